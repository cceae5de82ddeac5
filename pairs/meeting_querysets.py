"""Words for meetings of pairs: who was there, who may say how it was."""

from django.db.models import Exists, OuterRef, Q

from pairs.querysets import PairPartQuerySet


class MeetingQuerySet(PairPartQuerySet):
    def attended(self, members):
        """Of the days when one of these ``members`` was in the pair."""
        there = members.filter(pair=OuterRef("pair")).on_day(OuterRef("day"))
        return self.filter(Exists(there))

    def held_with(self, person):
        """Of a mentee those of the days in the pair, of a mentor all."""
        members = self.model.pair.field.related_model.members.rel.related_model.objects
        there = members.filter(pair=OuterRef("pair"), mentee__person=person)
        there = there.on_day(OuterRef("day"))
        return self.filter(Q(pair__mentor__person=person) | Q(Exists(there)))

    def answerable_by(self, user):
        """Meetings of the user's pairs: of a mentee those held while in the group."""
        pairs = self.model.pair.field.related_model.objects
        members = pairs.model.members.rel.related_model.objects
        learning = self.attended(members.filter(mentee__person__user=user))
        learning = learning.filter(pair__in=pairs.of_mentee(user)).order_by()
        leading = Q(pair__in=pairs.of_mentor(user))
        return self.filter(leading | Q(pk__in=learning.values("pk")))

    def unanswered_by(self, user):
        """Meetings that ``user`` may still give an answer about."""
        answers = self.model.feedback.rel.related_model.objects
        given = answers.filter(meeting=OuterRef("pk"), person__user=user)
        return self.answerable_by(user).exclude(Exists(given))
