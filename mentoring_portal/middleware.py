"""What every answer gets before it leaves."""


class PrivatePagesMiddleware:
    """Pages of a signed-in user are never kept by a browser or a proxy of a shared computer."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.user.is_authenticated and "Cache-Control" not in response:
            response["Cache-Control"] = "no-store, private"
        return response
