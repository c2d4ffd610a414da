using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.Demo;

/// <summary>
/// Makes synthetic incidents calibrated to official figures. Each district and year plans the days of its cases from random
/// numbers of its own, and each case has its own, so any day can be made alone (a killed load resumes, a new day is added)
/// and the result never depends on the machine.
/// Method and planted truths: docs/methods/demo-data.md.
/// </summary>
public sealed class IncidentGenerator
{
    private readonly DemoInputs _inputs;
    private readonly DemoIndex _index;
    private readonly DayWeights _days;
    private readonly CaseTargets _targets;
    private readonly ImmutableArray<DistrictPlaces> _places;

    /// <exception cref="ArgumentException">The inputs hold no districts, heads or figures.</exception>
    public IncidentGenerator(DemoRequest request, DemoInputs inputs)
    {
        if (inputs.Districts.IsDefaultOrEmpty || inputs.Heads.IsDefaultOrEmpty)
            throw new ArgumentException("Demo data needs districts and crime heads; load the reference data first.", nameof(inputs));
        Request = request;
        _inputs = inputs;
        _index = new DemoIndex(inputs);
        var figures = new OfficialFigures(_index, inputs.Figures);
        _days = new DayWeights(_index, figures, inputs.Festivals);
        _targets = new CaseTargets(request, _index, figures, _days);
        var grounds = DistrictGround.CreateAll(inputs.Districts, inputs.Towns);
        var stations = inputs.Stations.ToLookup(station => station.DistrictCode);
        _places = [.. inputs.Districts.Select((district, i) => new DistrictPlaces(district, grounds[i], stations[district.Code], request))];
        Truth = new DemoTruth(request, _index, _targets, _days, _places);
    }

    public DemoRequest Request { get; }

    /// <summary>What was planted.</summary>
    public DemoTruth Truth { get; }

    /// <summary>The share of registered cases that the incidents are, nationally and in every place, 0–1.</summary>
    public double Share => _targets.Share;

    /// <summary>Incidents registered in a year, up to the last day asked for.</summary>
    public int CountOf(int year) => CountOf(new DateOnly(Checked(year), 1, 1), EndOf(year));

    /// <summary>Incidents registered on days of one calendar year, the end exclusive.</summary>
    public int CountOf(DateOnly from, DateOnly until)
    {
        var (first, days) = Checked(from, until);
        var year = YearOf(from.Year);
        return first == 0 && days == year.Days
            ? _targets.CountOf(from.Year)
            : Enumerable.Range(0, _index.Districts.Length)
            .Sum(district => new DistrictCases(year, district, _places[district]).CountBetween(first, first + days));
    }

    /// <summary>The incidents registered in a calendar year up to the last day asked for, district by district, made as they are read.</summary>
    public IEnumerable<Incident> OfYear(int year) => OfDays(new DateOnly(Checked(year), 1, 1), EndOf(year));

    /// <summary>
    /// The incidents registered on days of one calendar year, the end exclusive and free to lie after the last day asked for: district by
    /// district in the order of days, made as they are read. A day's are the same whatever other days are made.
    /// </summary>
    public IEnumerable<Incident> OfDays(DateOnly from, DateOnly until)
    {
        var (first, days) = Checked(from, until);
        var year = YearOf(from.Year);
        return Enumerable.Range(0, _index.Districts.Length)
            .SelectMany(district => new DistrictCases(year, district, _places[district]).Between(first, first + days));
    }

    /// <summary>All years of a request.</summary>
    public static IEnumerable<Incident> Generate(DemoRequest request, DemoInputs inputs)
    {
        var generator = new IncidentGenerator(request, inputs);
        return Enumerable.Range(request.From, request.Until.AddDays(-1).Year - request.From + 1).SelectMany(generator.OfYear);
    }

    private DemoYear YearOf(int year) => new(year, _index, _days, _targets, new StatusModel(_index, _inputs.Rates, _targets, year), Request);

    private DateOnly EndOf(int year) => Request.Until < new DateOnly(year + 1, 1, 1) ? Request.Until : new DateOnly(year + 1, 1, 1);

    private (int First, int Days) Checked(DateOnly from, DateOnly until)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(from.Year, Request.From);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(until, from);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(until, new DateOnly(from.Year + 1, 1, 1));
        return (from.DayOfYear - 1, until.DayNumber - from.DayNumber);
    }

    private int Checked(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, Request.From);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(new DateOnly(year, 1, 1), Request.Until);
        return year;
    }
}
