using System.Globalization;

namespace CrimeInsight.Web.Shared.Tables;

/// <summary>Names of files: place, view with the head, and the last day included, such as <c>IN-TN_forecast-theft_2026-10-31</c>.</summary>
public static class TableFileName
{
    private const int MostNamed = 3;
    private const string Several = "several";

    /// <param name="places">Codes; several are joined, many only said to be several.</param>
    /// <param name="heads">Codes; none for all.</param>
    /// <param name="lastDay">Null while there are no data.</param>
    public static string Of(IReadOnlyCollection<string> places, string view, IReadOnlyCollection<string> heads, DateOnly? lastDay)
    {
        var about = heads.Count == 0 ? view : $"{view}-{Joined(heads)}";
        string[] parts = [Joined(places), about, lastDay?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ""];
        return string.Join('_', parts.Where(part => part.Length > 0));
    }

    private static string Joined(IReadOnlyCollection<string> codes) => codes.Count > MostNamed ? Several : string.Join('+', codes.Select(Clean));

    // Codes come from whoever runs the site: nothing in them may lead out of a folder.
    private static string Clean(string code) => string.Concat(code.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' ? letter : '-'));
}
