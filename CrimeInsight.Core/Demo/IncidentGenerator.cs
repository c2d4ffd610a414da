using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.Demo;

/// <summary>
/// Makes synthetic incidents calibrated to official figures, year by year. Each district and year has random numbers of its
/// own, so any year can be made alone (a killed load resumes) and the result never depends on the machine.
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

    /// <summary>Incidents of a year; the years add up to the number asked for.</summary>
    public int CountOf(int year) => _targets.CountOf(Checked(year));

    /// <summary>The incidents of a calendar year, district by district, made as they are read.</summary>
    public IEnumerable<Incident> OfYear(int year)
    {
        var shared = new DemoYear(Checked(year), _index, _days, new StatusModel(_index, _inputs.Rates, _targets, year), Request);
        return Make(shared);
    }

    /// <summary>All years of a request.</summary>
    public static IEnumerable<Incident> Generate(DemoRequest request, DemoInputs inputs)
    {
        var generator = new IncidentGenerator(request, inputs);
        return Enumerable.Range(request.From, request.Until - request.From).SelectMany(generator.OfYear);
    }

    private IEnumerable<Incident> Make(DemoYear year)
    {
        var incidents = new List<Incident>();
        for (var district = 0; district < _index.Districts.Length; district++)
        {
            incidents.Clear();
            var cases = new DistrictCases(year, _index.Districts[district], _index.StateOfDistrict[district], _places[district], Request);
            for (var head = 0; head < _index.Heads.Length; head++)
                cases.Add(incidents, _index.Heads[head], head, _index.Profiles[head], _targets.CountOf(year.Year, head, district));
            foreach (var incident in incidents)
                yield return incident;
        }
    }

    private int Checked(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, Request.From);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(year, Request.Until);
        return year;
    }
}
