using System.Text.RegularExpressions;

namespace CrimeInsight.Tests.Architecture;

/// <summary>Rules for markup: no code blocks, and no words for people outside the resources.</summary>
internal static partial class RazorRules
{
    /// <summary>Attributes whose value people read or hear.</summary>
    private static readonly string[] s_spoken = [
        "title", "aria-label", "alt", "placeholder", "Label", "Title", "Subtitle", "Text", "HelperText", "AriaLabel", "Placeholder"];

    public static bool HasCodeBlock(string markup) => CodeBlock().IsMatch(markup);

    /// <summary>Words between tags and in spoken attributes that are not expressions.</summary>
    public static IReadOnlyList<string> LiteralProse(string markup)
    {
        var text = Comment().Replace(markup, "");
        var attributes = SpokenAttribute().Matches(text)
            .Where(match => s_spoken.Contains(match.Groups[1].Value) && !match.Groups[2].Value.Contains('@') && HasWord(match.Groups[2].Value))
            .Select(match => match.Groups[2].Value);
        var body = Verbatim().Replace(text, "");
        body = Directive().Replace(body, "");
        body = WithoutExpressions(body);
        var between = Between().Matches(Tag().Replace(body, "\u0001")).Select(match => match.Value.Trim()).Where(HasWord);
        return [.. attributes, .. between];
    }

    // Removes @(…), @{…}, @X[…](…).Y and control blocks' heads, balancing brackets and skipping strings.
    private static string WithoutExpressions(string markup)
    {
        var kept = new System.Text.StringBuilder();
        for (var at = 0; at < markup.Length; at++)
        {
            if (markup[at] != '@')
            {
                kept.Append(markup[at]);
                continue;
            }

            at = EndOfExpression(markup, at + 1) - 1;
        }

        return ControlFlow().Replace(kept.ToString(), "");
    }

    private static int EndOfExpression(string markup, int at)
    {
        while (at < markup.Length)
        {
            if (char.IsLetterOrDigit(markup[at]) || markup[at] is '_' or '.' or '?' or '!')
                at++;
            else if (markup[at] is '(' or '[' || (markup[at] == '{' && markup[at - 1] == '@'))
                at = AfterBracket(markup, at);
            else if (markup[at] == '<' && GenericArgument().Match(markup, at) is { Success: true } generic && generic.Index == at)
                at += generic.Length;
            else if (markup[at] == ' ' && at + 1 < markup.Length && markup[at + 1] == '(')
                at++;
            else
                break;
        }

        return at;
    }

    private static int AfterBracket(string markup, int at)
    {
        var depth = 0;
        var isQuoted = false;
        for (; at < markup.Length; at++)
        {
            if (markup[at] == '"')
                isQuoted = !isQuoted;
            if (isQuoted)
                continue;
            depth += markup[at] switch { '(' or '[' or '{' => 1, ')' or ']' or '}' => -1, _ => 0 };
            if (depth == 0)
                return at + 1;
        }

        return at;
    }

    private static bool HasWord(string text) => Word().IsMatch(text);

    [GeneratedRegex(@"@(code|functions)\b")]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"<(style|script)\b.*?</\1>", RegexOptions.Singleline)]
    private static partial Regex Verbatim();

    [GeneratedRegex(
        @"^\s*@(page|using|attribute|inherits|implements|layout|inject|namespace|typeparam|rendermode|preservewhitespace)\b.*$", RegexOptions.Multiline)]
    private static partial Regex Directive();

    [GeneratedRegex(@"([\w-]+)=""([^""]*)""")]
    private static partial Regex SpokenAttribute();

    // Attribute values may hold '>' inside quotes, and quotes inside @(…).
    [GeneratedRegex(@"</?[A-Za-z!](?:[^<>""]|""[^""]*"")*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"[^\u0001]+")]
    private static partial Regex Between();

    [GeneratedRegex(@"\G<[A-Za-z.]+>")]
    private static partial Regex GenericArgument();

    [GeneratedRegex(@"\belse\s+if\s*\([^\n]*\)|\belse\b|\bcase\b[^\n]*:|\bdefault:|\bbreak;|\bvar\s[^\n]*;|^\s*[\w.]+\s*=[^\n]*;|^\s*\{?\s*[\w.]+\([^\n]*\);",
        RegexOptions.Multiline)]
    private static partial Regex ControlFlow();

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Word();
}
