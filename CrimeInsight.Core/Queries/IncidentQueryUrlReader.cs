using System.Collections.Immutable;
using System.Globalization;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Core.Queries;

/// <summary>Applies URL parameters to a query and collects those that cannot be read.</summary>
internal sealed class IncidentQueryUrlReader(IncidentQuery defaults)
{
    private readonly List<QueryProblem> _problems = [];

    public IncidentQuery Query { get; private set; } = defaults;

    public IReadOnlyList<QueryProblem> Problems => _problems;

    public static string EscapeComma(string code) => code.Replace("%", "%25", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);

    /// <param name="value">Unescaped.</param>
    public void Apply(string name, string value) => Query = name switch
    {
        QueryParameters.Measures => Query with { Measures = Names<Measure>(name, value) },
        QueryParameters.Dimensions => Query with { Dimensions = Names<Dimension>(name, value) },
        QueryParameters.Period => Query with { Period = ReadPeriod(value) ?? Query.Period },
        QueryParameters.DateBasis => Query with { DateBasis = Single<DateBasis>(name, value) },
        QueryParameters.Jurisdictions => Query with { Jurisdictions = Codes(value) },
        QueryParameters.Heads => Query with { Heads = Codes(value) },
        QueryParameters.Genders => Query with { Genders = Names<Gender>(name, value) },
        QueryParameters.AgeBands => Query with { AgeBands = Names<AgeBand>(name, value) },
        QueryParameters.Statuses => Query with { Statuses = Names<LegalStatus>(name, value) },
        QueryParameters.Weekdays => Query with { Weekdays = Numbers(name, value) },
        QueryParameters.Hours => Query with { Hours = Numbers(name, value) },
        QueryParameters.JurisdictionLevel => Query with { JurisdictionLevel = Single<JurisdictionLevel>(name, value) },
        QueryParameters.HeadLevel => Query with { HeadLevel = Single<CrimeHeadLevel>(name, value) ?? IncidentQuery.DefaultHeadLevel },
        QueryParameters.Order => Query with { Order = ReadOrder(value) },
        QueryParameters.Limit => Query with { Limit = Numbers(name, value) is [var limit, ..] ? limit : null },
        _ => Query,
    };

    private Period? ReadPeriod(string value)
    {
        var ends = value.Split("..");
        if (ends.Length != 2 || !QueryDates.TryReadDayOrMonth(ends[0], out var from) || !QueryDates.TryReadDayOrMonth(ends[1], out var until))
            _problems.Add(new(QueryParameters.Period, QueryProblemKeys.WrongType,
                $"p: \"{value}\" is not a period; write 2024-01..2025-01 or 2024-01-15..2024-02-15, the end being exclusive."));
        else if (until > from)
            return new(from, until);
        else
            _problems.Add(new(QueryParameters.Period, QueryProblemKeys.PeriodOrder,
                $"p: {ends[1]} is not after {ends[0]}; the end is exclusive, so a single day ends the day after."));
        return null;
    }

    private QueryOrder? ReadOrder(string value) =>
        Single<Measure>(QueryParameters.Order, value.TrimStart('-')) is { } measure ? new(measure, value.StartsWith('-')) : null;

    private T? Single<T>(string name, string value) where T : struct, Enum => Names<T>(name, value) is [var single, ..] ? single : null;

    private ImmutableArray<T> Names<T>(string name, string value) where T : struct, Enum
    {
        var names = ImmutableArray.CreateBuilder<T>();
        foreach (var item in Items(value))
            if (QueryNames.TryRead<T>(item, out var known))
                names.Add(known);
            else
                _problems.Add(new(name, QueryProblemKeys.NotInCatalogue, $"{name}: \"{item}\" is not in the catalogue; use {QueryNames.All<T>()}."));
        return names.ToImmutable();
    }

    private ImmutableArray<int> Numbers(string name, string value)
    {
        var numbers = ImmutableArray.CreateBuilder<int>();
        foreach (var item in Items(value))
            if (int.TryParse(item, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
                numbers.Add(number);
            else
                _problems.Add(new(name, QueryProblemKeys.WrongType, $"{name}: \"{item}\" is not a whole number."));
        return numbers.ToImmutable();
    }

    private static ImmutableArray<string> Codes(string value) =>
        [.. Items(value).Select(item => item.Replace("%2C", ",", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal))];

    private static string[] Items(string value) => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
