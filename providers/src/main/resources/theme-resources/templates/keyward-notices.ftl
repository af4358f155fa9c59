<#-- What the mails about an account share. Values that people or programs chose are only ever printed, never handed to msg(). -->

<#macro button link label>
<p class="kw-action" style="margin:20px 0"><a class="kw-button" href="${link}" style="display:inline-block;padding:12px 24px;border-radius:6px;background:#0b5cad;color:#ffffff;font-weight:bold;text-decoration:none">${label}</a></p>
</#macro>

<#macro copyable link>
<p class="kw-small" style="font-size:13px">${msg("keywardMailLinkCopy")}<br><a href="${link}" style="word-break:break-all">${link}</a></p>
</#macro>

<#-- Rows of a table: what is not known has none. -->
<#macro facts>
<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 16px;border-collapse:collapse">
<#nested>
</table>
</#macro>

<#macro fact label value="">
<#if value?has_content>
<tr><td style="padding:3px 16px 3px 0;vertical-align:top;font-size:14px">${label}</td><td style="padding:3px 0;vertical-align:top"><strong><bdi>${value}</bdi></strong></td></tr>
</#if>
</#macro>

<#-- The device with what is known of it; one mail says how it signed in. -->
<#macro device how="">
<@fact label=msg("keywardFactDevice") value=.data_model.device!"" />
<@fact label=msg("keywardFactBrowser") value=.data_model.browser!"" />
<@fact label=msg("keywardFactSystem") value=.data_model.os!"" />
<@fact label=msg("keywardFactTime") value=when />
<@fact label=msg("keywardFactIp") value=.data_model.ip!"" />
<@fact label=msg("keywardFactHow") value=how />
</#macro>
