using System.Collections.Immutable;
using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Web.Shared.Scopes;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>The hotspot page for a scope and choices: what can be chosen there, and what is.</summary>
public sealed class HotspotPageState
{
    /// <summary>Ends of the period that the slider offers.</summary>
    private const int MostEnds = 24;

    public HotspotPageState(Scope context, HotspotChoice choice)
    {
        (Context, Choice) = (context, choice);
        Methods = context.Place is { Level: >= JurisdictionLevel.Station } ? [HotspotMethod.Cells, HotspotMethod.Clusters, HotspotMethod.Density] : [.. Enum.GetValues<HotspotMethod>()];
        Method = choice.Method is { } method && Methods.Contains(method) ? method : Methods[0];
        var asked = context.Codes.HasPeriod ? context.Period : null;
        Months = choice.Months ?? (asked is not null && HotspotChoice.Spans.Contains(asked.Months) ? asked.Months : HotspotRequest.UsualMonths);
        Ends = EndsOf(context, Months);
        var end = choice.End ?? (choice.Months is null ? asked?.Until.AddMonths(-1) : null) ?? default;
        End = Ends.Contains(end) ? end : Ends.LastOrDefault();
    }

    public Scope Context { get; }

    public HotspotChoice Choice { get; }

    /// <summary>What cases are compared with unless asked otherwise.</summary>
    public const CaseBackground UsualBackground = CaseBackground.OtherCrimes;

    /// <summary>What can be looked for: within a station only single cases, for there is no place to compare it with.</summary>
    public ImmutableArray<HotspotMethod> Methods { get; }

    public HotspotMethod Method { get; }

    /// <summary>There are places whose shares of the cases can be compared.</summary>
    public bool HasPlaces => Methods.Contains(HotspotMethod.Neighbours);

    /// <summary>The method looks at single cases.</summary>
    public static bool IsOfPoints(HotspotMethod method) => method is HotspotMethod.Cells or HotspotMethod.Clusters or HotspotMethod.Density;

    /// <summary>Length of the period: as chosen here, else that of the scope where it is offered.</summary>
    public int Months { get; }

    /// <summary>The period shown; null where it was chosen on this page, whatever the scope's.</summary>
    public Period? Period => Choice is { Months: null, End: null } && !Ends.IsEmpty ? new Period(End.AddMonths(1 - Months), End.AddMonths(1)) : null;

    /// <summary>Months the period can end with, oldest first; empty while there are too few data.</summary>
    public ImmutableArray<DateOnly> Ends { get; }

    /// <summary>Last month of the period.</summary>
    public DateOnly End { get; }

    /// <summary>Nothing has been assigned to the person.</summary>
    public bool HasNoRights => Context.Roots.IsEmpty;

    /// <summary>Circles are corrected by construction, and classes rest on corrected tests: there is no before and after.</summary>
    public bool HasViews => Method is HotspotMethod.Neighbours or HotspotMethod.Likeness || IsCompared;

    /// <summary>Single cases are compared with others.</summary>
    public bool IsCompared => Method is HotspotMethod.Clusters or HotspotMethod.Density;

    /// <summary>Cases of one head can be compared with other crimes or with earlier years, by station, where residents are not known, too; all heads together with earlier years only.</summary>
    public bool HasBackgrounds => (IsCompared || Method is HotspotMethod.Neighbours or HotspotMethod.Likeness && Context.Place is { Level: > JurisdictionLevel.Country }) && Context.Head.ParentId is not null;

    /// <summary>What cases are compared with.</summary>
    public CaseBackground Background => Context.Head.ParentId is null ? CaseBackground.EarlierYears : Choice.Detail.Background ?? UsualBackground;

    public HotspotView View => HasViews ? Choice.View : HotspotView.After;

    public HotspotRequest Request => new(
        Method, Context.Place?.Code, Context.Head.ParentId is null ? null : Context.Head.Code, End.AddMonths(1), Months, Choice.Detail.Neighbours, Choice.Detail.LevelPercent / 100.0)
    {
        ReachMetres = Choice.Detail.ReachMetres,
        LeastCases = Choice.Detail.LeastCases,
        BandwidthMetres = Choice.Detail.BandwidthMetres == 0 ? null : Choice.Detail.BandwidthMetres,
        Background = Choice.Detail.Background,
    };

    /// <summary>What the report depends on beside the scope.</summary>
    public object ReportKey => (Method, End, Months, Choice.Detail);

    public string UrlOf(HotspotMethod method) => (Choice with { Method = method == Methods[0] ? null : method, At = null }).UrlFor(Context.Codes);

    public string UrlOf(HotspotView view) => (Choice with { View = view }).UrlFor(Context.Codes);

    public string UrlOf(HotspotDetail detail) => (Choice with { Detail = detail, At = null }).UrlFor(Context.Codes);

    public string UrlOfSpan(int months) => (Choice with { Months = months, End = End == Ends[^1] ? null : End, At = null }).UrlFor(Context.Codes.WithoutPeriod());

    public string UrlOfEnd(DateOnly end) => (Choice with { Months = Months, End = end == Ends[^1] ? null : end }).UrlFor(Context.Codes.WithoutPeriod());

    public string UrlAt(string? code) => (Choice with { At = code }).UrlFor(Context.Codes);

    /// <summary>The hotspots within a place.</summary>
    public string UrlInto(string code) => UrlOfScope(Context.Codes.In(code));

    /// <summary>Keeps method and period when the scope changes.</summary>
    public string UrlOfScope(ScopeCodes scope) => (Choice with { At = null }).UrlFor(scope);

    /// <summary>Address that answers with the figures as a file.</summary>
    public string ExportUrl => Choice.UrlFor(Context.Codes, HotspotEndpoints.Csv);

    /// <summary>The scope's cases of a period, in a place.</summary>
    public ScopeCodes CasesOf(string code, Period period) => Context.Codes.In(code).Over(period);

    /// <summary>The near-repeat table as a file.</summary>
    public string NearExportUrl => Choice.UrlFor(Context.Codes, HotspotEndpoints.NearCsv);

    /// <summary>The curve of concentration as a file.</summary>
    public string ConcentrationExportUrl => Choice.UrlFor(Context.Codes, HotspotEndpoints.ConcentrationCsv);

    private static ImmutableArray<DateOnly> EndsOf(Scope context, int months)
    {
        if (context.Status is not { FirstMonth: { } first, AsOf: { } asOf })
            return [];
        var count = Math.Clamp(new Period(first, asOf > first ? asOf : first.AddMonths(1)).Months - months + 1, 0, MostEnds);
        return [.. Enumerable.Range(0, count).Select(i => asOf.AddMonths(i - count))];
    }
}
