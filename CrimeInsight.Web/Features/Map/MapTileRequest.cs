using System.Collections.Immutable;
using System.Globalization;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Maps;
using CrimeInsight.Web.Shared.Maps.Tiles;
using CrimeInsight.Web.Shared.Scope;
using Microsoft.AspNetCore.Mvc;

namespace CrimeInsight.Web.Features.Map;

/// <summary>A tile as its address names it. Months (<c>yyyy-MM</c>) or days (<c>yyyy-MM-dd</c>), the end exclusive; lists by repeating the member.</summary>
internal sealed record MapTileRequest
{
    private const string Day = "yyyy-MM-dd";
    private const string Month = "yyyy-MM";

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
        var until = Read(Until) ?? new DateOnly(asOf.Year, asOf.Month, 1);
        var from = Read(From) ?? until.AddMonths(-Scope.DefaultMonths);
        var statuses = Read<LegalStatus>(Statuses);
        var genders = Read<Gender>(Genders);
        if (from >= until || statuses is null || genders is null || !IsDate(From) || !IsDate(Until))
            return null;
        return new MapTileQuery
        {
            Zoom = Zoom,
            X = X,
            Y = Y,
            Period = new Period(from, until),
            Heads = [.. Heads],
            Jurisdictions = [.. Jurisdictions],
            Statuses = statuses.Value,
            Genders = genders.Value,
        };
    }

    private static bool IsDate(string? text) => string.IsNullOrEmpty(text) || Read(text) is not null;

    private static DateOnly? Read(string? text) =>
        DateOnly.TryParseExact(text, [Day, Month], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static ImmutableArray<T>? Read<T>(string[] names)
        where T : struct, Enum
    {
        var values = names.Select(name => Enum.TryParse<T>(name, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : (T?)null).ToList();
        return values.Contains(null) ? null : [.. values.Select(value => value!.Value)];
    }
}
