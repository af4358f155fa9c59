package io.keyward.it.harness;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** A browser without JavaScript: it keeps cookies, follows redirects and sends forms. Not for several threads. */
public final class HttpBrowser {

    private final CookieJar cookies;
    private final String language;
    private final List<Answer> trail = new ArrayList<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private HtmlPage page;

    public HttpBrowser() {
        this("en");
    }

    public HttpBrowser(String language) {
        this(new CookieJar(), language);
    }

    private HttpBrowser(CookieJar cookies, String language) {
        this.cookies = cookies;
        this.language = language;
    }

    /** An empty tab that shares the cookies. */
    public HttpBrowser newTab() {
        return new HttpBrowser(cookies, language);
    }

    /** Sends the header with each request from now on. */
    public HttpBrowser with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /** Sends this User-Agent from now on, as after an update of the browser. */
    public HttpBrowser userAgent(String userAgent) {
        return with("User-Agent", userAgent);
    }

    /** The value of the cookie whose name begins so, or null. */
    public String cookie(String namePrefix) {
        return cookies.value(namePrefix);
    }

    /** Changes the cookie whose name begins so; null takes it away. */
    public void setCookie(String namePrefix, String value) {
        cookies.change(namePrefix, value);
    }

    /** The page it shows now. */
    public HtmlPage page() {
        return page;
    }

    /** All answers since the last step began: redirects, then the page. */
    public List<Answer> trail() {
        return List.copyOf(trail);
    }

    public HtmlPage open(String url) {
        page = follow(request(url).GET(), url);
        return page;
    }

    /** Sends the form with the values given, over those the form holds, as its button does. */
    public HtmlPage submit(Element form, Map<String, String> values) {
        return post(target(form), fields(form, values));
    }

    /** What {@link #submit} would send, for sending it several times at once. */
    public HttpRequest.Builder request(Element form, Map<String, String> values) {
        return withCookies(posting(target(form), fields(form, values)), URI.create(target(form)));
    }

    private String target(Element form) {
        return form.hasAttr("action") && !form.attr("action").isEmpty() ? form.absUrl("action") : page.url();
    }

    private static Map<String, String> fields(Element form, Map<String, String> values) {
        Map<String, String> fields = new LinkedHashMap<>();
        ((FormElement) form).formData().forEach(field -> fields.put(field.key(), field.value()));
        fields.putAll(values);
        return fields;
    }

    public HtmlPage post(String url, Map<String, String> fields) {
        page = follow(posting(url, fields), url);
        return page;
    }

    private HttpRequest.Builder posting(String url, Map<String, String> fields) {
        HttpRequest.Builder request = request(url)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Http.form(fields)));
        if (page != null) {
            request.header("Origin", origin(page.url())).header("Referer", page.url());
        }
        return request;
    }

    /** A request beside the page, such as scripts make; the page stays. */
    public Answer fetch(String url) {
        return answer(request(url).GET(), url);
    }

    /** Any such request: {@code change} says what is sent. */
    public Answer fetch(String url, UnaryOperator<HttpRequest.Builder> change) {
        return answer(change.apply(request(url)), url);
    }

    private HtmlPage follow(HttpRequest.Builder request, String url) {
        trail.clear();
        Answer answer = answer(request, url);
        trail.add(answer);
        String at = url;
        for (int hops = 0; answer.header("Location") != null && answer.status() / 100 == 3; hops++) {
            if (hops == 20) {
                throw new AssertionError("Too many redirects at " + at);
            }
            at = URI.create(at).resolve(answer.header("Location")).toString();
            answer = answer(request(at).GET(), at);
            trail.add(answer);
        }
        return new HtmlPage(at, answer, Jsoup.parse(answer.body(), at));
    }

    private Answer answer(HttpRequest.Builder request, String url) {
        URI uri = URI.create(url);
        Answer answer = Http.send(withCookies(request, uri));
        cookies.store(uri, answer.headers().allValues("Set-Cookie"));
        return answer;
    }

    private HttpRequest.Builder withCookies(HttpRequest.Builder request, URI to) {
        String header = cookies.header(to);
        return header.isEmpty() ? request : request.header("Cookie", header);
    }

    private HttpRequest.Builder request(String url) {
        HttpRequest.Builder request = Http.request(url.replaceAll("#.*", ""))
                .header("Accept", "text/html")
                .header("Accept-Language", language)
                .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) HttpBrowser");
        headers.forEach(request::setHeader);
        return request;
    }

    private static String origin(String url) {
        URI uri = URI.create(url);
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    /** A page as it came. @param url where the redirects led */
    public record HtmlPage(String url, Answer answer, Document document) {

        public int status() {
            return answer.status();
        }

        public String header(String name) {
            return answer.header(name);
        }

        /** What a reader sees. */
        public String text() {
            return document.body().text();
        }

        public boolean has(String css) {
            return document.selectFirst(css) != null;
        }

        public Element one(String css) {
            Element element = document.selectFirst(css);
            if (element == null) {
                throw new AssertionError("No " + css + " at " + url + " (" + status() + "): " + text());
            }
            return element;
        }

        /** The form whose hidden {@code keyward-action} has the value. */
        public Element action(String action) {
            return one("form:has(input[name=keyward-action][value=" + action + "])");
        }
    }
}
