"""Russian cases of personal names and of posts, for the text of orders and protocols."""

from participants.domain.declension.full_name import forms, name
from participants.domain.declension.posts import post
from participants.domain.declension.sex import guess_sex

__all__ = ["forms", "guess_sex", "name", "post"]
