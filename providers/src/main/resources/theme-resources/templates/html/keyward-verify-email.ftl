<#import "template.ftl" as layout>
<#import "/keyward-commons.ftl" as keyward>
<@layout.emailLayout>
<p><#if keyward.greetable(name!"")>${msg("keywardMailGreeting")} <bdi>${name}</bdi>,<#else>${msg("keywardMailGreeting")},</#if></p>
<p>${msg("keywardVerifyMailText")}<br><strong><bdi>${address}</bdi></strong></p>
<#if code?has_content>
<p>${msg("keywardVerifyMailCode")}</p>
<p class="kw-code" dir="ltr" style="margin:16px 0;font-size:30px;line-height:1.3;font-weight:bold;letter-spacing:3px;font-family:Consolas,Menlo,monospace">${code}</p>
<p>${msg("keywardVerifyMailCodeLife", codeMinutes)}</p>
</#if>
<p>${code?has_content?then(msg("keywardVerifyMailLink"), msg("keywardVerifyMailLinkOnly"))}</p>
<p class="kw-action" style="margin:20px 0"><a class="kw-button" href="${link}" style="display:inline-block;padding:12px 24px;border-radius:6px;background:#0b5cad;color:#ffffff;font-weight:bold;text-decoration:none">${msg("keywardVerifyMailButton")}</a></p>
<p>${msg("keywardMailLinkLife", linkHours)}</p>
<p class="kw-small" style="font-size:13px">${msg("keywardMailLinkCopy")}<br><a href="${link}" style="word-break:break-all">${link}</a></p>
<p class="kw-small" style="font-size:13px">${msg("keywardVerifyMailNewest")}</p>
<p class="kw-small" style="font-size:13px">${msg("keywardVerifyMailNotYou", realmName)}<#if code?has_content> ${msg("keywardVerifyMailKeepCode")}</#if></p>
</@layout.emailLayout>
