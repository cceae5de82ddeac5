from mentoring_portal.shared.commands import PortalCommand
from programs.enums import OrganizationKind, Role
from programs.models import Organization
from programs.services.school import create_school

ROLES = {
    "curator_login": Role.CURATOR,
    "director_login": Role.DIRECTOR,
    "psychologist_login": Role.PSYCHOLOGIST,
}


class Command(PortalCommand):
    help = "Заводит организацию и первые входы в портал; пароли показывает один раз."

    def add_arguments(self, parser):
        parser.add_argument("--name", required=True, help="полное наименование")
        parser.add_argument("--short-name", required=True, help="краткое наименование")
        parser.add_argument("--place", required=True, help="населённый пункт: «г. Речной»")
        parser.add_argument(
            "--kind", choices=OrganizationKind.values, default=OrganizationKind.SCHOOL.value
        )
        parser.add_argument("--slug", default="", help="адрес страницы: латинские буквы и дефис")
        parser.add_argument("--curator-login", required=True)
        parser.add_argument("--director-login")
        parser.add_argument("--psychologist-login")

    def run(self, *, name, short_name, place, kind, slug, **options):
        organization = Organization(
            name=name, short_name=short_name, place=place, kind=kind, slug=slug
        )
        logins = {role: options[key] for key, role in ROLES.items() if options[key]}
        passwords = create_school(organization=organization, logins=logins)
        return {
            "organization": organization.pk,
            "slug": organization.slug,
            "logins": [
                {"role": role.value, "username": logins[role], "password": password}
                for role, password in passwords.items()
            ],
        }

    def words(self, answer):
        rows = [
            f"{Role(row['role']).label:<18}{row['username']:<24}{row['password']}"
            for row in answer["logins"]
        ]
        warning = "Передайте пароли лично: второй раз портал их не покажет."
        return "\n".join([f"Организация № {answer['organization']} заведена.", *rows, warning])
