"""Applications and the links that open the form for them: for the school only."""

from django.db.models import Count, Exists, OuterRef, Q

from participants.enums import ApplicationStatus
from programs.querysets import SchoolOnlyQuerySet


class ApplicationQuerySet(SchoolOnlyQuerySet):
    def new(self):
        return self.filter(status=ApplicationStatus.NEW)

    def since(self, moment):
        return self.filter(created_at__gt=moment)

    def with_twins(self):
        """``has_twin``: the same name waits in another application of this kind."""
        others = self.model.objects.new().filter(
            program=OuterRef("program"), kind=OuterRef("kind"), name_key=OuterRef("name_key")
        )
        return self.annotate(has_twin=Exists(others.exclude(pk=OuterRef("pk"))))

    def counts(self):
        """[(kind, of them new, all)] in one query."""
        new = Count("pk", filter=Q(status=ApplicationStatus.NEW))
        return self.order_by("kind").values_list("kind").annotate(new=new, total=Count("pk"))


class ApplicationLinkQuerySet(SchoolOnlyQuerySet):
    def opened(self):
        """Not closed by hand; whether the last day has passed the link itself says."""
        return self.filter(is_open=True).select_related("program")
