<#-- The frame of every mail, Keycloak's own included. One column, nothing to load, and readable where styles are dropped. The
     colours are neither black nor white, so that programs which turn light into dark by themselves leave them readable. -->
<#macro emailLayout>
<!DOCTYPE html>
<html lang="${locale.language}" dir="${(ltr)?then("ltr", "rtl")}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no">
<title>${subject!}</title>
<style>
:root { color-scheme: light dark; supported-color-schemes: light dark; }
.kw-body p { margin: 0 0 16px; }
.kw-body h2 { margin: 0 0 16px; font-size: 19px; line-height: 1.35; }
.kw-body a { color: #0b5cad; }
.kw-body a.kw-button { color: #ffffff; }
@media (max-width: 480px) {
  .kw-outer { padding: 0 !important; }
  .kw-card { border-radius: 0 !important; border-left: 0 !important; border-right: 0 !important; }
  .kw-head, .kw-body { padding-left: 20px !important; padding-right: 20px !important; }
  .kw-action, .kw-button-cell { width: 100% !important; }
  .kw-button { display: block !important; }
}
@media (prefers-color-scheme: dark) {
  body, .kw-outer { background: #14171c !important; }
  .kw-card { background: #1f242b !important; border-color: #39414c !important; }
  .kw-head, .kw-body { color: #e8ebef !important; border-color: #39414c !important; }
  .kw-facts, .kw-code { border-color: #6d7885 !important; }
  .kw-body a { color: #8dc1ff !important; }
  .kw-button-cell { background: #8dc1ff !important; }
  .kw-body a.kw-button { background: #8dc1ff !important; border-color: #8dc1ff !important; color: #0d1a2b !important; }
}
[data-ogsc] .kw-body a { color: #8dc1ff !important; }
[data-ogsc] .kw-body a.kw-button { background: #8dc1ff !important; border-color: #8dc1ff !important; color: #0d1a2b !important; }
</style>
</head>
<body style="margin:0;padding:0;background:#f2f4f7">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
<tr>
<td class="kw-outer" align="center" style="padding:24px 12px;background:#f2f4f7">
<!--[if mso]><table role="presentation" width="560" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table role="presentation" class="kw-card" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;background:#fdfdfe;border:1px solid #d9dee5;border-radius:10px;border-collapse:separate">
<tr>
<td class="kw-head" style="padding:18px 32px;border-bottom:1px solid #d9dee5;font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:17px;line-height:1.4;font-weight:bold;color:#1b2430;word-break:break-word;overflow-wrap:anywhere">${realmName!}</td>
</tr>
<tr>
<td class="kw-body" style="padding:24px 32px 16px;font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5;color:#1b2430;word-break:break-word;overflow-wrap:anywhere">
<#nested>
</td>
</tr>
</table>
<!--[if mso]></td></tr></table><![endif]-->
</td>
</tr>
</table>
</body>
</html>
</#macro>
