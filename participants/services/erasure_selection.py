"""What the school wrote about a mentor: words go, decisions, points, results stay as figures."""

from django.db.models import Q

from participants.models import MentorAnalysis, Person, Selection, SelectionMark, Training


def wipe_notes(person: Person) -> dict[str, int]:
    """Category → how many records were destroyed or emptied."""
    analyses = MentorAnalysis.objects.filter(mentor__person=person)
    reasons = Selection.objects.filter(~Q(reason=""), mentor__person=person)
    comments = SelectionMark.objects.filter(~Q(comment=""), selection__mentor__person=person)
    notes = Training.objects.filter(~Q(note=""), mentor__person=person)
    return {
        "Анализ потребностей наставника": analyses.delete()[0],
        "Обоснование решения об отборе": reasons.update(reason=""),
        "Пояснения к баллам отбора": comments.update(comment=""),
        "Примечания к результатам обучения": notes.update(note=""),
    }
