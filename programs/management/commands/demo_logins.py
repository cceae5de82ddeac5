from mentoring_portal.shared.commands import PortalCommand
from programs.services.demo import fresh_logins


class Command(PortalCommand):
    help = "Даёт новые пароли входам учебного примера: по одному на роль."

    def run(self, **options):
        return fresh_logins()

    def words(self, answer):
        return "\n".join(
            f"{row['role']:<24}{row['username']:<24}{row['password']}" for row in answer
        )
