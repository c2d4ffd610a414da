using System.Globalization;
using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Web.Shared;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>
/// What of the page the address holds beside the scope: <c>method=recent&amp;end=2024-05&amp;span=6&amp;show=both&amp;at=IN-TN-603</c>.
/// Absent or unknown members mean the default.
/// </summary>
/// <param name="Method">Null: what suits the place.</param>
/// <param name="End">Last month of the period; null: the newest.</param>
/// <param name="Months">Length of the period; null: that of the scope, or the usual one.</param>
/// <param name="At">Code of the place that is marked.</param>
public sealed record HotspotChoice(
    HotspotMethod? Method = null, DateOnly? End = null, int? Months = null, HotspotView View = HotspotView.After, string? At = null)
{
    /// <summary>How the method works.</summary>
    public HotspotDetail Detail { get; init; } = new();

    public const string MethodName = "method";
    public const string EndName = "end";
    public const string SpanName = "span";
    public const string ShowName = "show";
    public const string AtName = "at";
    private const int LongestCode = 40;

    /// <summary>Lengths of the period that are offered, in months.</summary>
    public static readonly int[] Spans = [3, 6, 12, 24];

    public static HotspotChoice Parse(string? method, string? end, string? span, string? show, string? at) => new(
        AddressValue.Read<HotspotMethod>(method),
        Month.Read(end)?.First,
        int.TryParse(span, NumberStyles.None, CultureInfo.InvariantCulture, out var months) && Spans.Contains(months) ? months : null,
        AddressValue.Read<HotspotView>(show) ?? HotspotView.After,
        at is { Length: > 0 and <= LongestCode } ? at : null);

    /// <summary>Address of the page, or of its download, with a scope and these choices.</summary>
    public string UrlFor(ScopeCodes scope, string path = AppUrls.Hotspots) => scope.ToUrl(path,
    [
        (MethodName, AddressValue.Write(Method)),
        (EndName, End is { } end ? Month.Of(end).ToString() : null),
        (SpanName, Months is null or HotspotRequest.UsualMonths ? null : Months.Value.ToString(CultureInfo.InvariantCulture)),
        (ShowName, AddressValue.Write<HotspotView>(View == HotspotView.After ? null : View)),
        (AtName, At),
        .. Detail.Members()]);
}
