"""One way to ask a server on this machine, for all tests of serving."""

import http.client


def ask(port: int, address: str, method: str = "GET") -> tuple[http.client.HTTPResponse, bytes]:
    """Return the answer to one request and its body."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(method, address)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body
