<#import "template.ftl" as layout>
<#import "keyward-own.ftl" as own>
<@layout.emailLayout>
<#import "/keyward-notices.ftl" as notice>
<@own.greeting />
<p>${msg("keywardVerifyMailCode")}</p>
<@notice.code code=code />
<@own.small text=msg("keywardVerifyMailNotYou", realmName) + " " + msg("keywardVerifyMailKeepCode") />
</@layout.emailLayout>
