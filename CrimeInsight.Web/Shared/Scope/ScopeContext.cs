using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Overview;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;

namespace CrimeInsight.Web.Shared.Scope;

/// <summary>A <see cref="Scope"/> resolved for a person: codes looked up, defaults filled in, nothing outside their rights.</summary>
/// <param name="Place">The chosen jurisdiction, or the person's only one; null: all of several.</param>
/// <param name="Head">The chosen head, or the root.</param>
/// <param name="Roots">The jurisdictions the person is bound to.</param>
public sealed record ScopeContext(
    Viewer Viewer,
    ReferenceData Reference,
    DataStatus Status,
    Scope Scope,
    Period Period,
    Jurisdiction? Place,
    CrimeHead Head,
    ImmutableArray<Jurisdiction> Roots)
{
    /// <summary>The scope as the analyses take it.</summary>
    public OverviewScope Overview => new(Place?.Code, Head.ParentId is null ? null : Head.Code, Period);

    /// <summary>The period, up to the newest day unless one was chosen: what lists of the newest go by.</summary>
    public Period ToNewest => Scope is { From: null, Until: null } && Status.Until > Period.Until ? new Period(Period.From, Status.Until.Value) : Period;

    /// <summary>The scope for a link to such a list from figures of the period: its period is written out where the list would go on.</summary>
    public Scope Fixed => ToNewest == Period ? Scope : Scope.Over(Period);

    /// <summary>True while nothing has been imported.</summary>
    public bool IsEmpty => Status.AsOf is null;

    /// <summary>The address asks for a place that is not among the person's own, or is none.</summary>
    public bool IsElsewhere => !string.IsNullOrEmpty(Scope.In) && Place?.Code != Scope.In;

    /// <summary>The data reach back over the same period a year before: without it nothing is said of a change.</summary>
    public bool HasLastYear => IsKnown(Period.LastYear());

    /// <summary>The data reach back over the period just before.</summary>
    public bool HasPrevious => IsKnown(Period.Previous());

    /// <summary>The page divides protected cases finer than by district and month, as it may on screen but on nothing that leaves it, such as paper.</summary>
    public bool IsForScreenOnly => Head.IsSensitive && Place is { Level: >= JurisdictionLevel.District };

    /// <summary>Two contexts with the same answer have the same key.</summary>
    public (Guid, Scope, long, long) Key => (Viewer.PersonId, Scope, Status.Version, Reference.Version);

    private bool IsKnown(Period earlier) => Status.FirstMonth is { } first && earlier.From >= first;
}
