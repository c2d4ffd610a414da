using CrimeInsight.Core.Incidents;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Shared.Scope;

/// <summary>Says what of the address a page does not show as it stands: a place of others, an unknown head, another period.</summary>
public sealed partial class ScopeNotice
{
    [Inject] public required IStringLocalizer<ScopeText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Parameter, EditorRequired] public required ScopeContext Context { get; set; }

    /// <summary>The period the page shows, where it may be another than that of the address.</summary>
    [Parameter] public Period? Shown { get; set; }

    /// <summary>The page rests on all months, whatever the period.</summary>
    [Parameter] public bool IgnoresPeriod { get; set; }

    private IEnumerable<string> Lines => new[] { PlaceLine, HeadLine, PeriodLine }.OfType<string>();

    private string? PlaceLine
    {
        get
        {
            if (!Context.IsElsewhere)
                return null;
            var shown = Context.Place is { } place ? Context.Reference.Place(place.Code) : Text[nameof(ScopeText.AllMine)].Value;
            return Context.Reference.Jurisdictions.Find(Context.Scope.In!) is { } foreign
                ? Text[nameof(ScopeText.NoticePlaceForeign), Context.Reference.Place(foreign.Code), shown]
                : Text[nameof(ScopeText.NoticePlaceUnknown), Context.Scope.In!, shown];
        }
    }

    private string? HeadLine => Context.Scope.Head is { Length: > 0 } code && Context.Reference.Heads.Find(code) is null
        ? Text[nameof(ScopeText.NoticeHeadUnknown), code, Text[nameof(ScopeText.AllHeads)].Value].Value
        : null;

    private string? PeriodLine
    {
        get
        {
            if (!Context.Scope.HasPeriod || Context.Status is not { FirstMonth: { } first, AsOf: { } asOf })
                return null;
            if (IgnoresPeriod)
                return Text[nameof(ScopeText.NoticePeriodIgnored)];
            if (Context.Scope.IsPeriodNonsense(asOf))
                return Text[nameof(ScopeText.NoticePeriodUnread), Format.Period(Shown ?? Context.Period)];
            if (Shown is { } other && other != Context.Period)
                return Text[nameof(ScopeText.NoticePeriodOther), Format.Period(Context.Period), Format.Period(other)];
            return Context.Period.From < first || Context.Period.Until > (Context.Status.Until > asOf ? Context.Status.Until : asOf)
                ? Text[nameof(ScopeText.NoticePeriodBeyond), Format.Month(first), Format.Month(asOf.AddMonths(-1))].Value
                : null;
        }
    }
}
