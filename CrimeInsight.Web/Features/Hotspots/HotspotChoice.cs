using System.Globalization;
using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Web.Shared;
using Microsoft.AspNetCore.WebUtilities;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>
/// What of the page the address holds beside the scope: <c>method=recent&amp;end=2024-05&amp;span=6&amp;show=both&amp;at=IN-TN-603</c>.
/// Absent or unknown members mean the default.
/// </summary>
/// <param name="Method">Key of a method; null: what suits the place.</param>
/// <param name="End">Last month of the period; null: the newest.</param>
/// <param name="Months">Length of the period; null: that of the scope, or the usual one.</param>
/// <param name="At">Code of the place that is marked.</param>
public sealed record HotspotChoice(
    string? Method = null, DateOnly? End = null, int? Months = null, HotspotView View = HotspotView.After, string? At = null)
{
    public const string MethodName = "method";
    public const string EndName = "end";
    public const string SpanName = "span";
    public const string ShowName = "show";
    public const string AtName = "at";
    private const int LongestCode = 40;

    /// <summary>Lengths of the period that are offered, in months.</summary>
    public static readonly int[] Spans = [3, 6, 12, 24];

    /// <summary>How the method works.</summary>
    public HotspotDetail Detail { get; init; } = new();

    /// <param name="query">Query string of the address.</param>
    public static HotspotChoice Parse(string query, HotspotPresenters presenters)
    {
        ArgumentNullException.ThrowIfNull(presenters);
        var members = QueryHelpers.ParseQuery(query);
        return new HotspotChoice(
            presenters.FindOnMap(Member(MethodName))?.Key,
            Month.Read(Member(EndName))?.First,
            int.TryParse(Member(SpanName), NumberStyles.None, CultureInfo.InvariantCulture, out var months) && Spans.Contains(months) ? months : null,
            AddressValue.Read<HotspotView>(Member(ShowName)) ?? HotspotView.After,
            Member(AtName) is { Length: > 0 and <= LongestCode } at ? at : null)
        {
            Detail = HotspotDetail.Parse(Member, presenters.Choices),
        };
        string? Member(string name) => members.TryGetValue(name, out var values) ? values[0] : null;
    }

    /// <summary>Address of the page, or of its download, with a scope and these choices.</summary>
    public string UrlFor(ScopeCodes scope, string path = AppUrls.Hotspots) => scope.ToUrl(path,
    [
        (MethodName, Method),
        (EndName, End is { } end ? Month.Of(end).ToString() : null),
        (SpanName, Months is null or ScopeCodes.DefaultMonths ? null : Months.Value.ToString(CultureInfo.InvariantCulture)),
        (ShowName, AddressValue.Write<HotspotView>(View == HotspotView.After ? null : View)),
        (AtName, At),
        .. Detail.Members,
    ]);
}
