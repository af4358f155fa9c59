<#ftl output_format="plainText">
<#import "/keyward-commons.ftl" as keyward>
${msg("keywardMailGreeting")}<#if keyward.greetable(name!"")> ${name}</#if>,

${byAdmin?then(msg("keywardPasswordChangedAdmin", realmName), msg("keywardPasswordChangedText", realmName))}

${msg("keywardFactTime")}: ${when}

${msg("keywardPasswordChangedNotYou")}
<#if link?has_content>

${link}
</#if>
