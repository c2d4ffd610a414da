using System.Globalization;
using CrimeInsight.Core.Incidents;
using Microsoft.AspNetCore.WebUtilities;

namespace CrimeInsight.Web.Shared.Scope;

/// <summary>
/// What a page is about, as the URL has it: <c>?in=IN-TN&amp;head=theft&amp;from=2024-01&amp;until=2025-01</c> (months, or
/// days as <c>2024-01-15</c>; the end exclusive). Absent members mean: all the person may see, all heads, the last twelve complete months.
/// </summary>
public sealed record Scope(string? In = null, string? Head = null, string? From = null, string? Until = null)
{
    public const int DefaultMonths = 12;

    /// <summary>The period the members name, or the default before <paramref name="asOf"/>. Nonsense falls back to the default.</summary>
    public Period PeriodAt(DateOnly asOf)
    {
        var until = Day(Until) ?? new DateOnly(asOf.Year, asOf.Month, 1);
        var from = Day(From) ?? until.AddMonths(-DefaultMonths);
        return from < until ? new Period(from, until) : Period.LastMonths(asOf, DefaultMonths);
    }

    /// <summary>The address names a period.</summary>
    public bool HasPeriod => !string.IsNullOrEmpty(From) || !string.IsNullOrEmpty(Until);

    /// <summary>The address names a period that cannot be read: no months or days, or none between them.</summary>
    public bool IsPeriodNonsense(DateOnly asOf)
    {
        bool IsUnread(string? text) => !string.IsNullOrEmpty(text) && Day(text) is null;
        var until = Day(Until) ?? new DateOnly(asOf.Year, asOf.Month, 1);
        return HasPeriod && (IsUnread(From) || IsUnread(Until) || (Day(From) ?? until.AddMonths(-DefaultMonths)) >= until);
    }

    /// <summary>The same without its period.</summary>
    public Scope WithoutPeriod() => this with { From = null, Until = null };

    /// <summary>Query string with its question mark, members in a fixed order; empty when nothing is set.</summary>
    public string ToQueryString()
    {
        (string Key, string? Value)[] members = [("in", In), ("head", Head), ("from", From), ("until", Until)];
        var set = members.Where(member => !string.IsNullOrEmpty(member.Value))
            .Select(member => $"{member.Key}={Uri.EscapeDataString(member.Value!)}");
        var text = string.Join('&', set);
        return text.Length == 0 ? "" : "?" + text;
    }

    /// <summary>Address of a page with this scope and further members; those without a value are left out.</summary>
    public string ToUrl(string path, params ReadOnlySpan<(string Name, string? Value)> members)
    {
        var url = path + ToQueryString();
        foreach (var (name, value) in members)
        {
            if (!string.IsNullOrEmpty(value))
                url = $"{url}{(url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}={Uri.EscapeDataString(value)}";
        }

        return url;
    }

    /// <summary>The members of a query string; others are left out.</summary>
    public static Scope Parse(string queryString)
    {
        var members = QueryHelpers.ParseQuery(queryString);
        return new Scope(Member("in"), Member("head"), Member("from"), Member("until"));
        string? Member(string key) => members.TryGetValue(key, out var values) ? values[0] : null;
    }

    /// <summary>The same over a period, in months where it falls on months.</summary>
    public Scope Over(Period period) => this with
    {
        From = period.IsWholeMonths ? Format(period.From) : FormatDay(period.From),
        Until = period.IsWholeMonths ? Format(period.Until) : FormatDay(period.Until),
    };

    private static string FormatDay(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Format(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static readonly string[] s_days = ["yyyy-MM", "yyyy-MM-dd"];

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, s_days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month : null;
}
