using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.Scopes;

/// <summary>
/// What something is about, as addresses, requests and jobs carry it: codes and dates as text, not yet looked up. In an address
/// <c>?in=IN-TN&amp;head=theft&amp;from=2024-01&amp;until=2025-01&amp;basis=occurred</c>: months, or days as <c>2024-01-15</c>; the end exclusive;
/// several places or heads by repeating the member. Absent members mean: all the person may see, all heads, the last twelve
/// complete months, the date that is usual for what is shown. An open end goes to the end of the complete months after a
/// month, and to the newest day after a day.
/// </summary>
public sealed record ScopeCodes
{
    public const string PlaceName = "in";
    public const string HeadName = "head";
    public const string FromName = "from";
    public const string UntilName = "until";
    public const string BasisName = "basis";

    /// <summary>Length of the period when none is named.</summary>
    public const int DefaultMonths = 12;

    // Outside lie only slips of the hand, and the ends of what dates can be.
    private const int FirstYear = 1900;
    private const int LastYear = 2199;
    private const string DayForm = "yyyy-MM-dd";

    private static readonly Dictionary<string, DateBasis> s_bases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["registered"] = Incidents.DateBasis.Registered,
        ["occurred"] = Incidents.DateBasis.Occurred,
    };

    /// <summary>At most one place and one head; blank is absent.</summary>
    public ScopeCodes(string? place = null, string? head = null, string? from = null, string? until = null, string? basis = null)
        : this(One(place), One(head), from, until, basis)
    {
    }

    [JsonConstructor]
    public ScopeCodes(ImmutableArray<string> places, ImmutableArray<string> heads, string? from, string? until, string? basis) =>
        (Places, Heads, From, Until, Basis) = (places, heads, from, until, basis);

    /// <summary>Codes of jurisdictions, none blank or repeated; empty: all the person may see.</summary>
    public ImmutableArray<string> Places { get; init => field = Clean(value); }

    /// <summary>Codes of crime heads, none blank or repeated; empty: all.</summary>
    public ImmutableArray<string> Heads { get; init => field = Clean(value); }

    /// <summary>The only place; null: none is named, or several.</summary>
    [JsonIgnore]
    public string? Place => Places is [var only] ? only : null;

    /// <summary>The only head; null: none is named, or several.</summary>
    [JsonIgnore]
    public string? Head => Heads is [var only] ? only : null;

    /// <summary>First month or day.</summary>
    public string? From { get; init => field = Known(value); }

    /// <summary>First month or day after the period.</summary>
    public string? Until { get; init => field = Known(value); }

    /// <summary>By which date cases count; null: as is usual for what is shown.</summary>
    public string? Basis { get; init => field = Known(value); }

    /// <summary>What <see cref="Basis"/> names; null when it names nothing known.</summary>
    [JsonIgnore]
    public DateBasis? DateBasis => s_bases.TryGetValue(Basis ?? "", out var basis) ? basis : null;

    /// <summary>A period is named.</summary>
    [JsonIgnore]
    public bool HasPeriod => From is not null || Until is not null;

    /// <summary>The period begins at a day and has no end of its own.</summary>
    [JsonIgnore]
    public bool IsSinceDay => Until is null && From is not null && Day(From) is not null && Month.Read(From) is null;

    /// <summary>The same of one place; null: of all.</summary>
    public ScopeCodes In(string? place) => this with { Places = One(place) };

    /// <summary>The same of one head; null: of all.</summary>
    public ScopeCodes Of(string? head) => this with { Heads = One(head) };

    /// <summary>The same with its first place and first head alone: what a page is about.</summary>
    public ScopeCodes ForPage() => this with { Places = [.. Places.Take(1)], Heads = [.. Heads.Take(1)] };

    /// <summary>The same over a period, in months where it falls on months.</summary>
    public ScopeCodes Over(Period period) => this with
    {
        From = period.IsWholeMonths ? Month.Of(period.From).ToString() : Write(period.From),
        Until = period.IsWholeMonths ? Month.Of(period.Until).ToString() : Write(period.Until),
    };

    /// <summary>The same from a day to the newest.</summary>
    public ScopeCodes Since(DateOnly day) => this with { From = Write(day), Until = null };

    /// <summary>The same counted by a date, whatever is usual.</summary>
    public ScopeCodes By(DateBasis basis) => this with { Basis = s_bases.First(known => known.Value == basis).Key };

    /// <summary>The same without its period.</summary>
    public ScopeCodes WithoutPeriod() => this with { From = null, Until = null };

    /// <summary>The period the members name, or the default. Nonsense falls back to the default.</summary>
    /// <param name="asOf">First day after the last complete month.</param>
    /// <param name="newest">First day after the newest with data; null: none after <paramref name="asOf"/>.</param>
    public Period PeriodAt(DateOnly asOf, DateOnly? newest = null) => Read(asOf, newest) ?? Period.LastMonths(asOf, DefaultMonths);

    /// <summary>A period is named that cannot be read: no months or days, or none between them.</summary>
    public bool IsPeriodNonsense(DateOnly asOf, DateOnly? newest = null) =>
        HasPeriod && ((From is not null && Day(From) is null) || (Until is not null && Day(Until) is null) || Read(asOf, newest) is null);

    /// <summary>Query string with its question mark, members in a fixed order; empty when nothing is set.</summary>
    public string ToQueryString() => ToUrl("");

    /// <summary>Address of a page with this scope and further members; those without a value are left out.</summary>
    public string ToUrl(string path, params ReadOnlySpan<(string Name, string? Value)> members)
    {
        var places = Places.Select(code => (PlaceName, (string?)code));
        var heads = Heads.Select(code => (HeadName, (string?)code));
        IEnumerable<(string Name, string? Value)> all = [.. places, .. heads, (FromName, From), (UntilName, Until), (BasisName, Basis), .. members];
        var named = all.Where(member => !string.IsNullOrEmpty(member.Value));
        var set = string.Join('&', named.Select(member => $"{member.Name}={Uri.EscapeDataString(member.Value!)}"));
        return set.Length == 0 ? path : $"{path}?{set}";
    }

    /// <summary>The members of a query string, with or without its question mark. Others are left out; of one that counts once the first is taken.</summary>
    public static ScopeCodes Parse(string queryString)
    {
        ArgumentNullException.ThrowIfNull(queryString);
        var members = queryString.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('=', 2))
            .ToLookup(part => part[0], part => part.Length == 2 ? Uri.UnescapeDataString(part[1].Replace('+', ' ')) : "", StringComparer.OrdinalIgnoreCase);
        return new ScopeCodes(
            [.. members[PlaceName]],
            [.. members[HeadName]],
            members[FromName].FirstOrDefault(),
            members[UntilName].FirstOrDefault(),
            members[BasisName].FirstOrDefault());
    }

    /// <summary>Lists are compared by their codes, in order.</summary>
    public bool Equals(ScopeCodes? other) =>
        other is not null
        && (From, Until, Basis) == (other.From, other.Until, other.Basis)
        && Places.SequenceEqual(other.Places)
        && Heads.SequenceEqual(other.Heads);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var text in Places.Append(null).Concat(Heads).Append(null).Append(From).Append(Until).Append(Basis))
            hash.Add(text);
        return hash.ToHashCode();
    }

    private Period? Read(DateOnly asOf, DateOnly? newest)
    {
        var until = Day(Until) ?? (IsSinceDay && newest > asOf ? newest.Value : Month.Of(asOf).First);
        var from = Day(From) ?? until.AddMonths(-DefaultMonths);
        return from < until ? new Period(from, until) : null;
    }

    private static string Write(DateOnly day) => day.ToString(DayForm, CultureInfo.InvariantCulture);

    private static DateOnly? Day(string? text)
    {
        var day = DateOnly.TryParseExact(text, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : Month.Read(text)?.First;
        return day is { Year: >= FirstYear and <= LastYear } ? day : null;
    }

    private static string? Known(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static ImmutableArray<string> One(string? code) => code is null ? [] : [code];

    private static ImmutableArray<string> Clean(ImmutableArray<string> codes) =>
        codes.IsDefaultOrEmpty ? [] : [.. codes.Where(code => !string.IsNullOrEmpty(code)).Distinct(StringComparer.Ordinal)];
}
