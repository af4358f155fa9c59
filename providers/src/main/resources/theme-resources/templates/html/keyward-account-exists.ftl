<#import "template.ftl" as layout>
<#import "/keyward-commons.ftl" as keyward>
<@layout.emailLayout>
<p><#if keyward.greetable(name!"")>${msg("keywardMailGreeting")} <bdi>${name}</bdi>,<#else>${msg("keywardMailGreeting")},</#if></p>
<p>${msg("keywardExistsMailText", realmName)}<br><strong><bdi>${address}</bdi></strong></p>
<#if verified>
<p>${msg("keywardExistsMailVerified")}</p>
<p class="kw-action" style="margin:20px 0"><a class="kw-button" href="${link}" style="display:inline-block;padding:12px 24px;border-radius:6px;background:#0b5cad;color:#ffffff;font-weight:bold;text-decoration:none">${msg("keywardSignIn")}</a></p>
<#else>
<p>${msg("keywardExistsMailUnverified")}</p>
<p class="kw-action" style="margin:20px 0"><a class="kw-button" href="${link}" style="display:inline-block;padding:12px 24px;border-radius:6px;background:#0b5cad;color:#ffffff;font-weight:bold;text-decoration:none">${msg("keywardVerifyMailButton")}</a></p>
<p>${msg("keywardMailLinkLife", linkHours)}</p>
</#if>
<p class="kw-small" style="font-size:13px">${msg("keywardMailLinkCopy")}<br><a href="${link}" style="word-break:break-all">${link}</a></p>
<p class="kw-small" style="font-size:13px">${msg("keywardExistsMailNotYou")}</p>
</@layout.emailLayout>
