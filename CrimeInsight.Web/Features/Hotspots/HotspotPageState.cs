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

    private readonly HotspotPresenters _presenters;

    public HotspotPageState(Scope context, HotspotChoice choice, HotspotPresenters presenters)
    {
        (Context, Choice, _presenters) = (context, choice, presenters);
        IsWithinStation = context.Place is { Level: >= JurisdictionLevel.Station };
        Methods = [.. presenters.OnMap.Where(IsOffered)];
        Panels = [.. presenters.Panels.Where(IsOffered)];
        Method = presenters.FindOnMap(choice.Method) is { } method && Methods.Contains(method) ? method : Methods[0];
        var asked = context.Codes.HasPeriod ? context.Period : null;
        Months = choice.Months ?? (asked is not null && HotspotChoice.Spans.Contains(asked.Months) ? asked.Months : ScopeCodes.DefaultMonths);
        Ends = EndsOf(context, Months);
        var end = choice.End ?? (choice.Months is null ? asked?.Until.AddMonths(-1) : null) ?? default;
        End = Ends.Contains(end) ? end : Ends.LastOrDefault();
    }

    public Scope Context { get; }

    public HotspotChoice Choice { get; }

    /// <summary>Of a station there are no places that could be compared, only single cases.</summary>
    public bool IsWithinStation { get; }

    /// <summary>What can be looked for on the map.</summary>
    public ImmutableArray<HotspotMapPresenter> Methods { get; }

    /// <summary>What is looked for below it.</summary>
    public ImmutableArray<HotspotPanelPresenter> Panels { get; }

    public HotspotMapPresenter Method { get; }

    /// <summary>The method looks at single cases.</summary>
    public bool IsOfCases => _presenters.IsOfCases(Method);

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

    /// <summary>Cases of one head can be compared with other crimes or with earlier years; all heads together with earlier years only.</summary>
    public bool HasBackgrounds => Context.Head.ParentId is not null && Method.HasBackgrounds(Context);

    /// <summary>What cases are compared with.</summary>
    public CaseBackground Background =>
        Context.Head.ParentId is null ? CaseBackground.EarlierYears : SettingChoices.Background.Of(Choice.Detail) ?? BackgroundChoice.Usual;

    /// <summary>What can be chosen of the method.</summary>
    public IEnumerable<SettingChoice> Settings => Method.Choices.Where(choice => choice is not BackgroundChoice || HasBackgrounds);

    public HotspotView View => Method.HasViews ? Choice.View : HotspotView.After;

    public HotspotRequest Request => RequestOf(Method);

    /// <summary>What the report depends on beside the scope.</summary>
    public object ReportKey => (Method.Key, End, Months, Choice.Detail);

    /// <summary>The question that a method is asked.</summary>
    public HotspotRequest RequestOf(IHotspotPresenter method) => new(
        method.SettingsOf(Choice.Detail), Context.Place?.Code, Context.Head.ParentId is null ? null
            : Context.Head.Code, Core.Incidents.Period.LastMonths(End.AddMonths(1), Months));

    public string UrlOf(HotspotMapPresenter method) => (Choice with { Method = method == Methods[0] ? null : method.Key, At = null }).UrlFor(Context.Codes);

    public string UrlOf(HotspotView view) => (Choice with { View = view }).UrlFor(Context.Codes);

    public string UrlOf(HotspotDetail detail) => (Choice with { Detail = detail, At = null }).UrlFor(Context.Codes);

    public string UrlOfSpan(int months) =>
        (Choice with { Months = months, End = End == Ends[^1] ? null : End, At = null }).UrlFor(Context.Codes.WithoutPeriod());

    public string UrlOfEnd(DateOnly end) => (Choice with { Months = Months, End = end == Ends[^1] ? null : end }).UrlFor(Context.Codes.WithoutPeriod());

    public string UrlAt(string? code) => (Choice with { At = code }).UrlFor(Context.Codes);

    /// <summary>The hotspots within a place.</summary>
    public string UrlInto(string code) => UrlOfScope(Context.Codes.In(code));

    /// <summary>Keeps method and period when the scope changes.</summary>
    public string UrlOfScope(ScopeCodes scope) => (Choice with { At = null }).UrlFor(scope);

    /// <summary>Address that answers with the figures as a file.</summary>
    public string ExportUrl => Choice.UrlFor(Context.Codes, HotspotEndpoints.Csv);

    /// <summary>The scope's cases of a period, in a place.</summary>
    public ScopeCodes CasesOf(string code, Period period) => Context.Codes.In(code).Over(period).By(DateBasis.Occurred);

    /// <summary>The near-repeat table as a file.</summary>
    public string NearExportUrl => Choice.UrlFor(Context.Codes, HotspotEndpoints.NearCsv);

    /// <summary>The curve of concentration as a file.</summary>
    public string ConcentrationExportUrl => Choice.UrlFor(Context.Codes, HotspotEndpoints.ConcentrationCsv);

    private bool IsOffered(IHotspotPresenter method) => !IsWithinStation || _presenters.IsOfCases(method);

    private static ImmutableArray<DateOnly> EndsOf(Scope context, int months)
    {
        if (context.Status is not { FirstMonth: { } first, AsOf: { } asOf })
            return [];
        var count = Math.Clamp(new Period(first, asOf > first ? asOf : first.AddMonths(1)).Months - months + 1, 0, MostEnds);
        return [.. Enumerable.Range(0, count).Select(i => asOf.AddMonths(i - count))];
    }
}
