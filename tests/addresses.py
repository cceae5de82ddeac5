"""Where each thing of the world is found: the addresses of the portal with their arguments."""

from django.urls import NoReverseMatch, reverse

from programs.enums import Role


class Addresses:
    """Of one world, for every role."""

    def __init__(self, world):
        self.world = world
        self.arguments = {role: (named(world, role), keys(world, role)) for role in world.users}

    def url(self, name, role):
        """The address of ``name`` for an object that concerns ``role`` when there is one."""
        for kwargs in self.candidates(name, role):
            try:
                return reverse(name, kwargs=kwargs)
            except NoReverseMatch:
                continue
        raise AssertionError(f"No object for {name}")

    def candidates(self, name, role):
        """Arguments to try: those of this very address, of its noun, of the program, none.

        A visitor tries what concerns the mentor.
        """
        named, keys = self.arguments.get(role, self.arguments[Role.MENTOR])
        in_program = {"program_pk": self.world.program.pk}
        yield named.get(name, {})
        yield {"pk": keys.get(name.split("_")[0], 0)}
        yield in_program
        yield in_program | {"period": "december"}
        yield {"slug": self.world.school.slug}
        yield in_program | {"slug": self.world.school.slug}


def named(world, role):
    """Addresses whose arguments are not the key of their noun."""
    person = world.people.get(role, world.mentor.person).pk
    file = {"file_format": "pdf"}
    in_program = {"program_pk": world.program.pk}
    act = {**in_program, "pk": world.school.legal_acts.first().pk}
    form = {**in_program, "code": world.form.form}
    partner = {**in_program, "pk": world.partner.pk}
    assignment = {**in_program, "pk": world.assignment.pk}
    return {
        "programs:organization_update": {"pk": world.school.pk},
        "programs:file_create": {"item_pk": world.item.pk},
        "programs:media_create": {"event_pk": world.event.pk},
        "participants:consent_create": {"person_pk": person},
        "participants:representative_create": {"person_pk": world.child.child_id},
        "participants:representative_choose": {
            "person_pk": world.child.child_id,
            "pk": world.parent.pk,
        },
        "participants:representative_delete": {"pk": world.child.pk},
        "participants:consent_name": {"pk": world.unnamed.pk},
        "participants:consent_text_create": {**in_program, "kind": "photo"},
        "participants:consent_text_detail": {**in_program, **world.wording},
        "participants:consent_text_delete": {**in_program, **world.wording},
        "participants:mentor_analysis_create": {"mentor_pk": world.mentor.pk},
        "participants:mentor_analysis_update": {"pk": world.mentor_analysis.pk},
        "participants:mentor_analysis_delete": {"pk": world.mentor_analysis.pk},
        "documents:registry_file": {"pk": world.registry.pk, "file_format": "csv"},
        "documents:registry_send": {"pk": world.registry.pk},
        "documents:registry_sending_delete": {"pk": world.registry_sending.pk},
        "participants:analysis_create": {"mentee_pk": world.member.mentee.pk},
        "participants:clearance_create": {"person_pk": world.clearance.person_id},
        "participants:assignment_update": assignment,
        "participants:assignment_end": assignment,
        "participants:visibility_child": {"pk": world.children[role].pk},
        "documents:paper_create": {**in_program, "code": "order_implement"},
        "documents:erasure_create": {"person_pk": person},
        "documents:erasure_file": {"pk": world.erasure.pk, "paper": "act", **file},
        "participants:apply": {"token": world.link.token},
        "participants:apply_done": {"token": world.link.token},
        "participants:attendance_update": {"event_pk": world.event.pk},
        "programs:legal_act_update": act,
        "programs:legal_act_confirm": act,
        "programs:legal_act_delete": act,
        "programs:form_update": form,
        "programs:form_delete": form,
        "programs:partner_update": partner,
        "programs:partner_delete": partner,
        "pairs:meeting_create": {"pair_pk": world.pair.pk},
        "pairs:feedback_create": {"meeting_pk": world.meeting.pk},
        "pairs:unpaired_home": {},
        "pairs:support_create": {"mentee_pk": world.lonely.pk},
        **dict.fromkeys(("pairs:choice_list", "pairs:choice_table"), {"event_pk": world.quest.pk}),
        **dict.fromkeys(
            ("pairs:rotation_detail", "pairs:rotation_create", "pairs:rotation_update"),
            {"event_pk": world.speed.pk},
        ),
        "pairs:choice_own": {
            "event_pk": world.quest.pk,
            "side": "mentee" if role == Role.MENTEE else "mentor",
        },
        "pairs:choice_update": {
            "event_pk": world.quest.pk,
            "side": "mentor",
            "pk": world.mentor.pk,
        },
        "documents:bundle_file": {"pk": world.bundle.pk, **file},
        "documents:calendar_delete": {**in_program, "pk": world.calendar_day.pk},
        "documents:journal_download": {**in_program, **file},
        "documents:journal_gap": {**in_program, "journal": "orders", "year": 2026, "number": 1},
        **dict.fromkeys(
            (
                "documents:wording_update",
                "documents:wording_preview",
                "documents:wording_reset",
            ),
            {**in_program, "code": "order_pairs"},
        ),
        "documents:scan_create": {"document_pk": world.report.pk},
        "documents:public_file": {"pk": world.report.pk, **file},
        "documents:roadmap_download": {"program_pk": world.program.pk, "file_format": "xlsx"},
        "documents:document_file": {"pk": paper(world, role).pk, **file},
    }


def keys(world, role):
    """Keys of the nouns."""
    person = world.people.get(role, world.mentor.person).pk
    consent = world.consents.get(role, world.consents[Role.MENTOR]).pk
    return {
        "programs:program": world.program.pk,
        "programs:stage": world.program.stages.first().pk,
        "programs:event": world.event.pk,
        "programs:item": world.item.pk,
        "programs:file": world.file.pk,
        "programs:media": world.media.pk,
        "programs:job": world.job.pk,
        "programs:upload": world.upload.pk,
        "participants:mentee": world.member.mentee.pk,
        "participants:mentor": world.mentor.pk,
        "participants:clearance": world.clearance.pk,
        "participants:analysis": world.analysis.pk,
        "participants:selection": world.mentor.pk,
        "participants:criterion": world.criterion.pk,
        "participants:course": world.training.course_id,
        "participants:session": world.session.pk,
        "participants:training": world.training.pk,
        "participants:material": world.material.pk,
        "participants:wish": world.member.mentee.pk,
        "participants:person": person,
        "participants:account": person,
        "participants:consent": consent,
        "participants:scan": consent,
        "participants:import": world.batch.pk,
        "documents:erasure": world.erasure.pk,
        "participants:application": world.application.pk,
        "participants:link": world.link.pk,
        "pairs:pair": world.pair.pk,
        "pairs:member": world.member.pk,
        "pairs:mentor": world.mentor.pk,
        "pairs:step": world.matching.pk,
        "pairs:ban": world.ban.pk,
        "pairs:meeting": world.meeting.pk,
        "pairs:encounter": world.encounter.pk,
        "pairs:plan": world.pair.pk,
        "pairs:unpaired": world.lonely.pk,
        "pairs:verdict": world.pair.pk,
        "pairs:support": world.support.pk,
        "pairs:task": world.task.pk,
        "documents:document": paper(world, role).pk,
        "documents:scan": world.scan.pk,
        "documents:bundle": world.bundle.pk,
    }


def paper(world, role):
    return world.report if role == Role.MUNICIPAL else world.order
