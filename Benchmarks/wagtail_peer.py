#!/usr/bin/env python3
"""A Wagtail site with so many articles, to be compared with. Benchmarks/content.py calls it.

    wagtail_peer.py fill FOLDER COUNT      makes the database (SQLite) and prints an article's address
    wagtail_peer.py wsgi                   is what gunicorn imports: `wagtail_peer:application`

Settings as its documentation advises for production: no debugging, cached templates, renditions aside, one index page.
`WAGTAIL_CACHE=redis://…` puts Django's page cache (UpdateCacheMiddleware, FetchFromCacheMiddleware) around it.
"""

import os
import sys
from pathlib import Path

FOLDER = Path(os.environ.get("WAGTAIL_FOLDER", sys.argv[2] if len(sys.argv) > 2 else "."))
ARTICLE = """{% load wagtailcore_tags %}<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8">
<title>{{ page.title }}</title><meta name="description" content="{{ page.search_description }}"></head><body>
<header><a href="/">端州区</a><nav><ul>{% for each in page.get_ancestors %}<li><a href="{% pageurl each %}">{{ each.title }}</a></li>
{% endfor %}</ul></nav></header><main><h1>{{ page.title }}</h1><p>{{ page.first_published_at }}</p>
{{ page.body|richtext }}</main></body></html>"""
INDEX = """{% load wagtailcore_tags %}<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8">
<title>{{ page.title }}</title></head><body><main><h1>{{ page.title }}</h1><ul>{% for each in newest %}
<li><a href="{% pageurl each %}">{{ each.title }}</a> {{ each.first_published_at|date:"Y-m-d" }}</li>{% endfor %}
</ul></main></body></html>"""


def configure():
    import django
    from django.conf import settings

    cache = os.environ.get("WAGTAIL_CACHE")
    around = ["django.middleware.cache.UpdateCacheMiddleware"], ["django.middleware.cache.FetchFromCacheMiddleware"]
    middleware = ["django.middleware.security.SecurityMiddleware", "django.middleware.common.CommonMiddleware"]
    settings.configure(
        DEBUG=False, SECRET_KEY="for a benchmark alone", ALLOWED_HOSTS=["*"], ROOT_URLCONF="wagtail_peer",
        STATIC_URL="/static/", USE_TZ=True, TIME_ZONE="Asia/Shanghai", LANGUAGE_CODE="zh-hans", WAGTAIL_SITE_NAME="peer",
        WAGTAILADMIN_BASE_URL="http://127.0.0.1", DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": str(FOLDER / "wagtail.sqlite"),
                               "CONN_MAX_AGE": None}},
        MIDDLEWARE=[*around[0], *middleware, *around[1]] if cache else middleware,
        CACHES={"default": {"BACKEND": "django_redis.cache.RedisCache", "LOCATION": cache} if cache else
                {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}},
        TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "OPTIONS": {
            "context_processors": ["django.template.context_processors.request"],
            "loaders": [("django.template.loaders.cached.Loader", [
                ("django.template.loaders.locmem.Loader", {"peer/article.html": ARTICLE, "peer/index.html": INDEX}),
                "django.template.loaders.app_directories.Loader",
            ])]}}],
        INSTALLED_APPS=["peer", "wagtail.users", "wagtail.images", "wagtail.documents", "wagtail.search", "wagtail.admin",
                        "wagtail", "taggit", "modelcluster", "django.contrib.auth", "django.contrib.contenttypes",
                        "django.contrib.sessions", "django.contrib.messages"],
    )  # fmt: skip
    app()
    django.setup()


def app():
    """The app of the site, which needs a folder of its own."""
    folder = FOLDER / "peer"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "__init__.py").touch()
    (folder / "models.py").write_text(
        "from wagtail.fields import RichTextField\n"
        "from wagtail.models import Page\n\n\n"
        "class IndexPage(Page):\n"
        "    template = 'peer/index.html'\n\n"
        "    def get_context(self, request):\n"
        "        context = super().get_context(request)\n"
        "        newest = ArticlePage.objects.child_of(self).live().order_by('-first_published_at')[:20]\n"
        "        return {**context, 'newest': newest}\n\n\n"
        "class ArticlePage(Page):\n"
        "    body = RichTextField()\n"
        "    template = 'peer/article.html'\n"
    )
    sys.path.insert(0, str(FOLDER))


def fill(count: int):
    from django.core.management import call_command
    from django.db import transaction
    from django.utils import timezone

    call_command("makemigrations", "peer", verbosity=0)
    call_command("migrate", verbosity=0)
    from peer.models import ArticlePage, IndexPage
    from wagtail.models import Page, Site

    root = Page.get_first_root_node()
    index = root.add_child(instance=IndexPage(title="新闻", slug="news"))
    Site.objects.all().delete()
    Site.objects.create(hostname="localhost", root_page=index, is_default_site=True)
    text = "".join(f"<p>第 {turn} 次听取居民意见，到场的有社区、物业和施工单位。{'会上逐条作了答复。' * 9}</p>" for turn in range(12))
    with transaction.atomic():
        for turn in range(count):
            index.add_child(instance=ArticlePage(
                title=f"城东街道推进老旧小区改造（第 {turn + 1} 期）", slug=f"a{turn}", body=text,
                first_published_at=timezone.now(), live=True))  # fmt: skip
    print(f"/a{count - 1}/")


configure()
if sys.argv[1:2] == ["fill"]:
    fill(int(sys.argv[3]))
else:
    from django.core.wsgi import get_wsgi_application
    from django.urls import include, path
    from wagtail import urls

    urlpatterns = [path("", include(urls))]
    application = get_wsgi_application()
