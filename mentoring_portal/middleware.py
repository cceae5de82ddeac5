"""What every answer gets before it leaves."""

from http import HTTPStatus

from django.template.loader import render_to_string


class PrivatePagesMiddleware:
    """Pages of a signed-in user are never kept by a browser or a proxy of a shared computer."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.user.is_authenticated and "Cache-Control" not in response:
            response["Cache-Control"] = "no-store, private"
        return response


class MethodPageMiddleware:
    """A bare «405» becomes a page: people come to the address of a button by signing in anew."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED and not response.content:
            response.content = render_to_string("405.html", request=request)
        return response
