"""How what is planned stands."""

from django.utils.translation import gettext_lazy as _

EVENT_STATUSES = {"planned": _("planned"), "held": _("held"), "cancelled": _("cancelled")}
