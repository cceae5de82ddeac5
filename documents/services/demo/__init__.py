"""An invented school to try the portal on. No real person stands behind any name here."""
