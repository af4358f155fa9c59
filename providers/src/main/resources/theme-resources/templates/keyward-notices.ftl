<#-- What the mails about an account share. Values that people or programs chose are only ever printed, never handed to msg(). -->

<#macro button link label>
<p class="kw-action" style="margin:20px 0"><a class="kw-button" href="${link}" style="display:inline-block;padding:12px 24px;border-radius:6px;background:#0b5cad;color:#ffffff;font-weight:bold;text-decoration:none">${label}</a></p>
</#macro>

<#macro copyable link>
<p class="kw-small" style="font-size:13px">${msg("keywardMailLinkCopy")}<br><a href="${link}" style="word-break:break-all">${link}</a></p>
</#macro>

<#-- One below the other: two columns break words on a phone. What is not known has no line. -->
<#macro facts>
<div style="margin:0 0 16px;padding:12px 16px;border:1px solid #8a94a3;border-radius:6px">
<#nested>
</div>
</#macro>

<#macro fact label value="">
<#if value?has_content>
<p style="margin:0 0 8px"><span style="font-size:13px">${label}</span><br><strong><bdi>${value}</bdi></strong></p>
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
