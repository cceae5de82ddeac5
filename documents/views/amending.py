from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from documents.services.pair_order import draft_order_amending
from documents.views.documents import own_program, say
from programs.access import manager_required
from programs.enums import MANAGER_ROLES


@manager_required
@require_POST
def order_amend(request, program_pk):
    program = own_program(request, program_pk, MANAGER_ROLES)
    try:
        document = draft_order_amending(program=program, by=request.user)
    except ValidationError as error:
        say(request, error, program)
        return redirect("documents:document_list", program.pk)
    return redirect("documents:document_detail", document.pk)
