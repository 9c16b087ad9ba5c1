#!/usr/bin/env python3
"""A web server that behaves well or badly, by the path it is asked for.

Listens on a free port of this machine, prints it, and ends when its standard input is closed.
"""

import http.server
import pathlib
import struct
import sys
import threading
import time
import zlib


def png(width, height, color):
    def chunk(name, data):
        body = name + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    rows = b"".join(b"\0" + bytes(color) * width for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows))
            + chunk(b"IEND", b""))


FONT = pathlib.Path(__file__).parents[2] / "fonts/lato/Lato-Regular.ttf"
PICTURE = png(4, 3, (255, 0, 0))
TAG = '"version-1"'
DATE = "Mon, 01 Jan 2024 00:00:00 GMT"
# Together: the picture is sent only when so many have asked for it.
TOGETHER = 4
barrier = threading.Barrier(TOGETHER)
counts = {}
lock = threading.Lock()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def send(self, body, content_type="image/png", status=200, **headers):
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        if "Content_Length" not in headers and status != 304:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def redirect(self, target):
        self.send(b"", status=302, Location=target)

    def endless(self, pause, chunk):
        self.send_response(200)
        self.send_header("Content-Type", "image/png")
        self.send_header("Connection", "close")
        self.end_headers()
        while True:
            self.wfile.write(chunk)
            time.sleep(pause)

    def tagged(self):
        known = (self.headers.get("If-None-Match") == TAG
                 or self.headers.get("If-Modified-Since") == DATE)
        if known:
            with lock:
                counts["304"] = counts.get("304", 0) + 1
            self.send(b"", status=304, ETag=TAG)
        else:
            self.send(PICTURE, ETag=TAG, Last_Modified=DATE)

    def do_GET(self):
        path, _, query = self.path.partition("?")
        with lock:
            counts[path] = counts.get(path, 0) + 1
            count = counts[path]
        try:
            self.answer(path, query, count)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def answer(self, path, query, count):
        if path in ("/picture.png", "/picture%20name.png"):
            self.send(PICTURE)
        elif path == "/font.ttf":
            self.send(FONT.read_bytes(), "font/ttf")
        elif path == "/fonts/css":
            self.send(b"@font-face { font-family: Mine; src: url(../font.ttf) }", "text/css")
        elif path == "/tagged.png":
            self.tagged()
        elif path == "/once.png":
            if count == 1:
                self.send(PICTURE)
            else:
                self.send(b"later", "text/plain", 503)
        elif path == "/together.png":
            barrier.wait(60)
            self.send(PICTURE)
        elif path == "/slow.png":
            self.endless(0.2, b"\x89")
        elif path == "/silent.png":
            time.sleep(600)
        elif path == "/endless.png":
            self.endless(0, PICTURE * 1000)
        elif path == "/endless-header.png":
            self.send_response(200)
            self.flush_headers()
            while True:
                self.wfile.write(b"X-More: " + b"x" * 1000 + b"\r\n")
        elif path == "/circle.png":
            self.redirect("/circle-back.png")
        elif path == "/circle-back.png":
            self.redirect("/circle.png")
        elif path == "/to":
            self.redirect(query)
        elif path == "/page":
            self.send(b"<!doctype html><p>Log in first", "text/html")
        elif path == "/cut.png":
            self.send(PICTURE[:20], Content_Length=str(len(PICTURE)))
            self.close_connection = True
        elif path == "/short.png":
            self.send(PICTURE[:-20])
        elif path == "/huge.png":
            self.send(b"\x89PNG", Content_Length=str(1 << 40))
            self.close_connection = True
        elif path == "/count":
            self.send(str(counts.get(query, 0)).encode(), "text/plain")
        else:
            self.send(b"nothing here", "text/plain", 404)


# All addresses of this machine's own network, so that a redirect may lead to another one.
server = http.server.ThreadingHTTPServer(("0.0.0.0", 0), Handler)
server.daemon_threads = True
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_address[1], flush=True)
sys.stdin.read()
