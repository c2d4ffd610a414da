using System.Text.RegularExpressions;

namespace CrimeInsight.Core.Import.Reading;

/// <summary>Regular expressions of mappings: they take time in proportion to the text, whatever somebody writes.</summary>
internal static class MappingPattern
{
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(1);

    /// <exception cref="ImportRefusedException">It is none, or looks around.</exception>
    public static Regex Make(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, s_longest);
        }
        catch (Exception failure) when (failure is ArgumentException or NotSupportedException)
        {
            throw new ImportRefusedException(FileProblem.PatternInvalid, pattern);
        }
    }

    /// <summary>Its first group, else all of it; empty without a match.</summary>
    public static string Part(Regex pattern, string text)
    {
        var match = pattern.Match(text);
        return !match.Success ? "" : match.Groups.Count > 1 ? match.Groups.Values.Skip(1).FirstOrDefault(group => group.Success)?.Value ?? "" : match.Value;
    }
}
