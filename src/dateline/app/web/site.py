"""The web app's addresses, and who may use them: this machine's browser, from the page itself."""

from __future__ import annotations

import json
from collections.abc import Callable
from secrets import compare_digest
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from dateline.app.web.desk import Desk, Given
from dateline.errors import DatelineError, UsageError

HOSTS = ("127.0.0.1", "localhost")
"""Names of this machine. A page of another site that gets itself called by one of its own is turned away."""
TOKEN = "X-Dateline"  # noqa: S105 - the name of a header
"""Header that carries the page's token: no other site can read it, nor send it without being asked."""
LONGEST = 4_000_000
"""Bytes of a request that are read."""
SAFE = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

Act = Callable[[Given], dict[str, Any]]


def site(desk: Desk, *, token: str) -> Starlette:
    """The ASGI application: `/` is the page, `/state` tells when it is old, the others add to the ledger."""

    async def show(request: Request) -> Response:
        try:
            return HTMLResponse(await run_in_threadpool(desk.page), headers=SAFE)
        except DatelineError as error:
            return PlainTextResponse(f"{error}\n\nLoad this page again in a moment.\n", 409, headers=SAFE)

    async def state(request: Request) -> Response:
        try:
            return JSONResponse({"state": await run_in_threadpool(desk.state)}, headers=SAFE)
        except DatelineError as error:
            return _told(error)

    def adding(act: Act) -> Callable[[Request], Any]:
        async def add(request: Request) -> Response:
            if not compare_digest(request.headers.get(TOKEN, "").encode(), token.encode()):
                raise HTTPException(403, "not from this page: load it anew")
            try:
                given = _given(await _body(request))
                return JSONResponse(await run_in_threadpool(act, given), headers=SAFE)
            except DatelineError as error:
                return _told(error)

        return add

    return Starlette(
        routes=[
            Route("/", show),
            Route("/state", state),
            Route("/links", adding(desk.link), methods=["POST"]),
            Route("/judgements", adding(desk.judge), methods=["POST"]),
            Route("/reviews", adding(desk.review), methods=["POST"]),
            Route("/reports", adding(desk.add), methods=["POST"]),
        ],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=list(HOSTS), www_redirect=False)],
        exception_handlers={HTTPException: _refused},
    )


async def _body(request: Request) -> bytes:
    read = bytearray()
    async for piece in request.stream():
        read += piece
        if len(read) > LONGEST:
            raise HTTPException(413, f"more than {LONGEST:,} bytes: send less")
    return bytes(read)


def _given(body: bytes) -> Given:
    try:
        given = json.loads(body)
    except ValueError:
        raise UsageError("not JSON: load the page anew") from None
    if not isinstance(given, dict):
        raise UsageError("no JSON object: load the page anew")
    return given


def _told(error: DatelineError) -> Response:
    """Wrong words are the user's to mend; anything else is the ledger's state, and may pass."""
    return JSONResponse({"error": str(error)}, 400 if isinstance(error, UsageError) else 409, headers=SAFE)


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return JSONResponse({"error": error.detail}, error.status_code, headers=SAFE)
