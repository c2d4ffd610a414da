using System.Text.RegularExpressions;

namespace CrimeInsight.Tests.Architecture;

/// <summary>Words that must not appear in the C# of a place.</summary>
internal static partial class SourceRules
{
    /// <summary>Clock, shared random numbers and blocking waits, which pure algorithms do without.</summary>
    public static IReadOnlyList<string> Impurities(string code) => Found(Impurity(), code);

    /// <summary>SQL statements.</summary>
    public static IReadOnlyList<string> Sql(string code) => Found(Statement(), code);

    /// <summary>Direct use of the browser.</summary>
    public static IReadOnlyList<string> BrowserCalls(string code) => Found(Browser(), code);

    /// <summary>Addresses of this site that are written out; pages name theirs for the router, which takes nothing else.</summary>
    public static IReadOnlyList<string> Addresses(string code) => Found(Address(), PageDirective().Replace(code, ""));

    private static string[] Found(Regex rule, string code) => [.. rule.Matches(Comment().Replace(code, "")).Select(match => match.Value)];

    [GeneratedRegex(@"//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(
        @"\bDateTime(?:Offset)?\.(?:Utc)?Now\b|\bDateTime\.Today\b|\bRandom\.Shared\b|\bnew Random\(\)|\.Result\b(?!\s*[,)]?\s*is)|\.GetAwaiter\(\)\.GetResult\(\)")]
    private static partial Regex Impurity();

    [GeneratedRegex(@"\bSELECT\s+[\w*@(]|\bINSERT INTO\s|\bUPDATE\s+\w+\.\w+\s+SET\b|\bDELETE FROM\s")]
    private static partial Regex Statement();

    [GeneratedRegex(@"\bIJS(?:InProcess)?Runtime\b|\bIJSObjectReference\b")]
    private static partial Regex Browser();

    [GeneratedRegex(@"""/[A-Za-z{@][^""\n]*""")]
    private static partial Regex Address();

    [GeneratedRegex(@"^@page .*$", RegexOptions.Multiline)]
    private static partial Regex PageDirective();
}
