<#import "template.ftl" as layout>
<#import "keyward-own.ftl" as own>
<@layout.emailLayout>
<@own.greeting />
<p>${msg("keywardOwnActionsText", realmName)}</p>
<#if requiredActions?has_content>
<ul style="margin:0 0 16px;padding:0 0 0 20px">
<#list requiredActions as action>
<li>${msg("requiredAction." + action)}</li>
</#list>
</ul>
</#if>
<@own.link href=link label=msg("keywardOwnActionsButton") />
<@own.small text=msg("keywardOwnActionsNotExpected", realmName) />
</@layout.emailLayout>
