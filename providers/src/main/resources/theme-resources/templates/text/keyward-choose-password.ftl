<#ftl output_format="plainText">
<#import "/keyward-commons.ftl" as keyward>
${msg("keywardMailGreeting")}<#if keyward.greetable(name!"")> ${name}</#if>,

${msg("keywardChooseText", realmName)}

${link}

${msg("keywardMailLinkLife", linkHours)} ${msg("keywardChooseLate")}
