using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Shared.Scopes;

/// <summary>Says what of the address a page does not show as it stands: a place of others, an unknown head, another period.</summary>
public sealed partial class ScopeNotice
{
    [Inject] public required IStringLocalizer<ScopeText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Parameter, EditorRequired] public required Scope Context { get; set; }

    /// <summary>The period the page shows, where it may be another than that of the address.</summary>
    [Parameter] public Period? Shown { get; set; }

    /// <summary>The page rests on all months, whatever the period.</summary>
    [Parameter] public bool IgnoresPeriod { get; set; }

    /// <summary>By which date the page counts; null: as its scope does.</summary>
    [Parameter] public DateBasis? CountedBy { get; set; }

    private IEnumerable<string> Lines => new[] { PlaceLine, HeadLine, PeriodLine, BasisLine, ChangeLine }.OfType<string>();

    private string? PlaceLine
    {
        get
        {
            if (!Context.IsElsewhere)
                return null;
            var shown = Context.PlaceName(Text);
            return Context.Foreign.FirstOrDefault() is { } foreign
                ? Text[nameof(ScopeText.NoticePlaceForeign), Context.Reference.Place(foreign.Code), shown]
                : Text[nameof(ScopeText.NoticePlaceUnknown), Context.Codes.Places[0], shown];
        }
    }

    private string? HeadLine => Context.Codes.Heads.FirstOrDefault(code => Context.Reference.Heads.Find(code) is null) is { } unknown
        ? Text[nameof(ScopeText.NoticeHeadUnknown), unknown, Context.HeadName(Text)].Value
        : null;

    private string? PeriodLine
    {
        get
        {
            if (!Context.Codes.HasPeriod || Context.Status is not { FirstMonth: { } first, AsOf: { } asOf })
                return null;
            if (IgnoresPeriod)
                return Text[nameof(ScopeText.NoticePeriodIgnored)];
            if (Context.Codes.IsPeriodNonsense(asOf, Context.Status.Until))
                return Text[nameof(ScopeText.NoticePeriodUnread), Format.Period(Shown ?? Context.Period)];
            if (Shown is { } other && other != Context.Period)
                return Text[nameof(ScopeText.NoticePeriodOther), Format.Period(Context.Period), Format.Period(other)];
            var until = Context.Status.Until > asOf ? Context.Status.Until.Value : asOf;
            if (Context.Period.From >= first && Context.Period.Until <= until)
                return null;
            return Context.Period.IsWholeMonths
                ? Text[nameof(ScopeText.NoticePeriodBeyond), Format.Month(first), Format.Month(asOf.AddMonths(-1))]
                : Text[nameof(ScopeText.NoticeDaysBeyond), Format.Date(first), Format.Date(until.AddDays(-1))];
        }
    }

    private string? BasisLine
    {
        get
        {
            var shown = CountedBy ?? Context.CountedBy();
            if (Context.Codes.Basis is null || Context.Codes.DateBasis == shown)
                return null;
            return Text[shown == DateBasis.Registered ? nameof(ScopeText.NoticeBasisRegistered) : nameof(ScopeText.NoticeBasisOccurred)];
        }
    }

    // Figures of all time are counted by today's tree: what was printed before may differ (ADR 0026).
    private string? ChangeLine
    {
        get
        {
            var from = (Shown ?? Context.Period).From;
            var tree = Context.Reference.Jurisdictions;
            var last = tree.Changes
                .Where(change => change.Kind != PlaceChangeKind.Rename && change.From > from && Concerns(tree, change))
                .MaxBy(change => change.From);
            return last is null
                ? null
                : Text[nameof(ScopeText.NoticePlacesChanged), Format.Date(last.From), Context.Reference.Place(tree.Today(last.PlaceId)!.Code)].Value;
        }
    }

    // Within a state nothing of its sum changes, but that of its districts does.
    private bool Concerns(JurisdictionTree tree, PlaceChange change)
    {
        if (tree.Today(change.PlaceId) is not { } place)
            return false;
        var other = change.OtherId is { } id ? tree.Today(id) : null;
        return Context.Within.Any(shown => shown.Level > JurisdictionLevel.Country
            && (shown.Contains(place) || shown == other || (other is not null && shown.Contains(other))));
    }
}
