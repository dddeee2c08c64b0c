"""Hashtags of posts: readable for those who hear them."""

from collections.abc import Iterator

from kinerja.evidence.posts import hashtags
from tabular.problems import Problem, problem

from .subject import Subject

LONG = 12
"""Letters from which on a hashtag without a capital inside is taken for several words."""


def hashtags_are_readable(subject: Subject) -> Iterator[Problem]:
    """Each word of a hashtag begins with a capital: screen readers then read word for word."""
    edition = subject.edition
    for platform, posts in subject.record.posts.items():
        for at, post in enumerate(posts):
            for tag in hashtags(post.text):
                if len(tag) > LONG + 1 and tag[2:].islower():
                    line = edition.place("posts", platform, at, "text").line
                    yield problem(edition.path, line, f"sosial.{platform}", "S17", text=tag)
