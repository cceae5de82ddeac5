"""Stage 1 of the demo school: the partners who help it. All names are invented."""

from datetime import date, timedelta

from programs.models import Organization, Partner
from programs.services.partner import save_partner

# (name, offers, contact, post, number, signed so many days ago, ends in so many days)
PARTNERS = (
    ("ООО «Речной завод»", "Экскурсии на производство, наставники для старшеклассников",
     "Лужин Борис Андреевич", "начальник отдела кадров", "14", 420, 310),
    ("СПК «Нива»", "Летняя практика, опытные участки",
     "Колосова Инна Юрьевна", "агроном", "3", 340, 18),
    ("Речной педагогический колледж", "Студенты-наставники для школьников",
     "Вишневская Ольга Романовна", "заместитель директора", "8/25", 500, -20),
    ("Городская библиотека имени Ершова", "Встречи с авторами, место для занятий пар",
     "Тихонова Зоя Глебовна", "заведующая", "", None, None),
)  # fmt: skip


def make_partners(school: Organization, today: date, by) -> None:
    """One agreement in force, one that ends soon, one that is over, one partner without any."""
    for name, offers, contact, post, number, signed, ends in PARTNERS:
        partner = Partner(
            organization=school,
            name=name,
            offers=offers,
            contact_name=contact,
            contact_post=post,
            agreement_number=number,
            agreement_on=None if signed is None else today - timedelta(days=signed),
            agreement_until=None if ends is None else today + timedelta(days=ends),
        )
        save_partner(partner=partner, by=by)
