using System.Collections.Immutable;
using System.Globalization;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Maps;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Web.Shared.Maps.Tiles;
using Microsoft.AspNetCore.Mvc;

namespace CrimeInsight.Web.Features.Map;

/// <summary>A tile as its address names it. Months (<c>yyyy-MM</c>) or days (<c>yyyy-MM-dd</c>), the end exclusive; lists by repeating the member.</summary>
internal sealed record MapTileRequest
{
    [FromRoute(Name = "z")]
    public int Zoom { get; init; }

    [FromRoute(Name = "x")]
    public int X { get; init; }

    [FromRoute(Name = "y")]
    public int Y { get; init; }

    [FromQuery(Name = "from")]
    public string? From { get; init; }

    [FromQuery(Name = "until")]
    public string? Until { get; init; }

    [FromQuery(Name = "head")]
    public string[] Heads { get; init; } = [];

    [FromQuery(Name = "in")]
    public string[] Jurisdictions { get; init; } = [];

    [FromQuery(Name = "status")]
    public string[] Statuses { get; init; } = [];

    [FromQuery(Name = "gender")]
    public string[] Genders { get; init; } = [];

    /// <summary><c>dark</c>, or anything else for light.</summary>
    [FromQuery(Name = "theme")]
    public string? Theme { get; init; }

    /// <summary>2 for sharp screens.</summary>
    [FromQuery(Name = "scale")]
    public int? Scale { get; init; }

    public DensityRamp Ramp => Theme == "dark" ? DensityRamp.Dark : DensityRamp.Light;

    public int Pixels => Scale == 2 ? 512 : 256;

    /// <summary>The address in one fixed form, for telling one picture from another.</summary>
    public string Fingerprint => string.Create(CultureInfo.InvariantCulture,
        $"{Zoom}/{X}/{Y} {From} {Until} {string.Join(',', Heads)} {string.Join(',', Jurisdictions)} {string.Join(',', Statuses)} {string.Join(',', Genders)} {Theme} {Pixels}");

    /// <param name="asOf">First day after the last complete month; the default period ends there.</param>
    /// <returns>Null when a member cannot be read.</returns>
    public MapTileQuery? ToQuery(DateOnly asOf)
    {
        var codes = new ScopeCodes([.. Jurisdictions], [.. Heads], From, Until, basis: null);
        var statuses = Read<LegalStatus>(Statuses);
        var genders = Read<Gender>(Genders);
        if (codes.IsPeriodNonsense(asOf) || statuses is null || genders is null)
            return null;
        return new MapTileQuery
        {
            Zoom = Zoom,
            X = X,
            Y = Y,
            Period = codes.PeriodAt(asOf),
            Heads = codes.Heads,
            Jurisdictions = codes.Places,
            Statuses = statuses.Value,
            Genders = genders.Value,
        };
    }

    private static ImmutableArray<T>? Read<T>(string[] names)
        where T : struct, Enum
    {
        var values = names.Select(name => Enum.TryParse<T>(name, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : (T?)null).ToList();
        return values.Contains(null) ? null : [.. values.Select(value => value!.Value)];
    }
}
