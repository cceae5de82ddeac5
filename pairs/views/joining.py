"""A mentee joins a group that works."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.views.generic import FormView

from pairs.forms.joining import JoinForm
from pairs.services.joining import ensure_may_join
from pairs.views.pairs import ManagedPairMixin, tell_dropped
from programs.views.answers import words_of

ORDER = "Об этом нужен приказ об изменениях: его составляют в разделе «Документы»."


class PairJoin(ManagedPairMixin, FormView):
    form_class = JoinForm
    heading = "Добавить в группу"
    submit = "Добавить в группу"
    done = f"Наставляемый добавлен. {ORDER}"

    def dispatch(self, request, *args, **kwargs):
        if self.test_func():
            try:
                ensure_may_join(self.pair)
            except ValidationError as refusal:
                messages.info(request, words_of(refusal))
                return redirect(self.get_success_url())
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"pair": self.pair}

    def get_context_data(self, **kwargs):
        whole = "Группа" if self.pair.is_running_group else "Пара"
        lead = f"{whole} «{self.pair.names}». {ORDER}"
        return super().get_context_data(**{"lead": lead} | kwargs)

    def save(self, form):
        member = super().save(form)
        tell_dropped(self.request, form.dropped)
        return member
