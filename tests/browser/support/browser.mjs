// Debian's Chromium, which asks nothing of the network but our own server.
import { chromium } from "playwright-core";

const kPatience = 30_000;

export function startBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
    timeout: 60_000,
  });
}

/**
 * A page in a context of its own. `page.complaints` collects what the browser objects to: errors on the console (the
 * Content-Security-Policy reports there), exceptions, requests that fail and requests to elsewhere.
 */
export async function openPage(browser, site, options = {}) {
  const context = await browser.newContext({ baseURL: site.url, locale: "nl-NL", timezoneId: "Europe/Amsterdam", ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(kPatience);
  page.complaints = [];
  const complain = (text) => page.complaints.push(text);
  page.on("console", (message) => {
    // A page that is not there is reported as well; whether it should be is for the tests to say.
    const ofPage = message.location().url === page.url() && /status of 40[04]/.test(message.text());
    if (["error", "warning"].includes(message.type()) && !ofPage) complain(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complain(`exception: ${error.message}`));
  page.on("dialog", (dialog) => {
    complain(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(site.url) && !request.url().startsWith("data:")) complain(`request to elsewhere: ${request.url()}`);
  });
  page.on("requestfailed", (request) => {
    // A completion that is no longer wanted and a navigation that overtakes another are no faults.
    const reason = request.failure()?.errorText;
    if (reason !== "net::ERR_ABORTED") complain(`request failed: ${request.url()} ${reason}`);
  });
  return page;
}
