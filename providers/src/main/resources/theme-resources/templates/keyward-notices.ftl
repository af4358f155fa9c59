<#-- What mails share. Values that people or programs chose are only ever printed, never handed to msg(). Styles are written at
     each element: many mail programs drop all others. -->

<#-- The colour at the cell as well: some programs give a link no room of its own. -->
<#macro button link label>
<table role="presentation" class="kw-action" cellpadding="0" cellspacing="0" border="0" style="margin:24px 0">
<tr>
<td class="kw-button-cell" align="center" bgcolor="#0b5cad" style="border-radius:8px;background:#0b5cad">
<a class="kw-button" href="${link}" style="display:inline-block;padding:13px 26px;border:1px solid #0b5cad;border-radius:8px;background:#0b5cad;color:#ffffff;font-size:16px;line-height:1.25;font-weight:bold;text-decoration:none">${label}</a>
</td>
</tr>
</table>
</#macro>

<#macro copyable link>
<p class="kw-small" style="margin:0 0 12px;font-size:14px;line-height:1.5">${msg("keywardMailLinkCopy")}<br><a href="${link}" style="word-break:break-all">${link}</a></p>
</#macro>

<#macro code code>
<p class="kw-code" dir="ltr" style="margin:16px 0;padding:14px 16px;border:1px solid #8a94a3;border-radius:8px;text-align:center;font-size:30px;line-height:1.3;font-weight:bold;letter-spacing:3px;font-family:Consolas,Menlo,monospace">${code}</p>
</#macro>

<#-- One below the other: two columns break words on a phone. What is not known has no line. -->
<#macro facts>
<div class="kw-facts" style="margin:16px 0 20px;padding:14px 16px 6px;border:1px solid #8a94a3;border-radius:8px">
<#nested>
</div>
</#macro>

<#macro fact label value="">
<#if value?has_content>
<p style="margin:0 0 8px;line-height:1.4"><span style="font-size:13px">${label}</span><br><strong><bdi>${value}</bdi></strong></p>
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
