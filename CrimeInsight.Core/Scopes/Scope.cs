using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;

namespace CrimeInsight.Core.Scopes;

/// <summary><see cref="ScopeCodes"/> resolved for a person: codes looked up, defaults filled in, nothing outside their rights.</summary>
/// <param name="Codes">As asked.</param>
/// <param name="Roots">The jurisdictions the person is bound to.</param>
/// <param name="Places">The chosen jurisdictions, or the person's only one; empty: all of several.</param>
/// <param name="Heads">The chosen heads, none of them the root; empty: all.</param>
/// <param name="Basis">The date by which cases count; null: as is usual for what is shown.</param>
public sealed record Scope(
    ScopeCodes Codes,
    Viewer Viewer,
    ReferenceData Reference,
    DataStatus Status,
    ImmutableArray<Jurisdiction> Roots,
    ImmutableArray<Jurisdiction> Places,
    ImmutableArray<CrimeHead> Heads,
    Period Period,
    DateBasis? Basis = null)
{
    /// <summary>The chosen jurisdiction, or the person's only one; null: several.</summary>
    public Jurisdiction? Place => Places is [var only] ? only : null;

    /// <summary>The chosen head; the root for all, or several.</summary>
    public CrimeHead Head => Heads is [var only] ? only : Reference.Heads.Root;

    /// <summary>The places it is about, whether chosen or the person's own.</summary>
    public ImmutableArray<Jurisdiction> Within => Places.IsEmpty ? Roots : Places;

    /// <summary>Codes of the places, for queries; empty: all the person may see.</summary>
    public ImmutableArray<string> PlaceCodes => [.. Places.Select(place => place.Code)];

    /// <summary>Codes of the heads, for queries; empty: all.</summary>
    public ImmutableArray<string> HeadCodes => [.. Heads.Select(head => head.Code)];

    /// <summary>The period, up to the newest day unless one was chosen: what lists of the newest go by.</summary>
    public Period ToNewest => !Codes.HasPeriod && Status.Until > Period.Until ? new Period(Period.From, Status.Until.Value) : Period;

    /// <summary>The codes for a link to such a list from figures of the period: its period is written out where the list would go on.</summary>
    public ScopeCodes Fixed => ToNewest == Period ? Codes : Codes.Over(Period);

    /// <summary>True while nothing has been imported.</summary>
    public bool IsEmpty => Status.AsOf is null;

    /// <summary>Places asked for that are not among the person's own.</summary>
    public IEnumerable<Jurisdiction> Foreign =>
        Codes.Places.Select(Reference.Jurisdictions.Find).OfType<Jurisdiction>().Where(place => !Roots.Any(root => root.Contains(place)));

    /// <summary>A place is asked for that is not among the person's own, or is none.</summary>
    public bool IsElsewhere => Codes.Places.Any(code => !Places.Any(place => place.Code == code));

    /// <summary>The data reach back over the same period a year before: without it nothing is said of a change.</summary>
    public bool HasLastYear => IsKnown(Period.LastYear());

    /// <summary>The data reach back over the period just before.</summary>
    public bool HasPrevious => IsKnown(Period.Previous());

    /// <summary>It is about a head whose victims the law protects.</summary>
    public bool IsSensitive => Heads.Any(head => Reference.Heads.SelfAndAncestors(head.Id).Any(node => node.IsSensitive));

    /// <summary>Protected cases are divided finer than by district and month, as they may be on screen but on nothing that leaves it, such as paper.</summary>
    public bool IsForScreenOnly => Heads.Any(head => head.IsSensitive) && Places.Any(place => place.Level >= JurisdictionLevel.District);

    /// <summary>Two scopes with the same answer have the same key.</summary>
    public (Guid, ScopeCodes, long, long) Key => (Viewer.PersonId, Codes, Status.Version, Reference.Version);

    /// <summary>The same of one place.</summary>
    public Scope In(Jurisdiction place) => this with { Codes = Codes.In(place.Code), Places = [place] };

    private bool IsKnown(Period earlier) => Status.FirstMonth is { } first && earlier.From >= first;
}
