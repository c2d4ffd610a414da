using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using CrimeInsight.Core;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Combination;
using CrimeInsight.Web.Features.Export;

namespace CrimeInsight.Web.Cli;

/// <summary><c>forecast</c>: forecasts every series of a file and writes points and intervals as CSV. Needs no database.</summary>
internal static class ForecastVerb
{
    private const int MostWarnings = 20;

    public static Command Create()
    {
        var input = new Option<string>("--input")
        {
            Description = "CSV with the columns series,ds,y; ds is yyyy-MM-dd, yyyy-MM or a whole number",
            Required = true,
        };
        var output = new Option<string>("--output") { Description = "CSV to write: series,ds,model,mean,lo80,hi80,…", Required = true };
        var horizon = new Option<int>("--horizon") { Description = $"Steps to forecast, 1 to {ForecastRequest.MostHorizon}", Required = true };
        var season = new Option<int>("--season") { Description = "Observations per season; 12 for months, 1 for none", DefaultValueFactory = _ => 12 };
        var model = new Option<string>("--model")
        {
            Description = $"{string.Join(", ", ForecastMethods.Models)}, ets:FORM, arima:(p,d,q)(P,D,Q) or arima:full",
            DefaultValueFactory = _ => ForecastModel.Auto.Name,
        };
        var levels = new Option<string>("--levels") { Description = "Interval levels in percent, separated by commas", DefaultValueFactory = _ => "80,95" };
        var threads = new Option<int>("--threads") { Description = "Most threads at once", DefaultValueFactory = _ => Environment.ProcessorCount };
        var command = new Command("forecast", "Forecasts every series of a file, each interval calibrated on the panel's own past.")
        {
            input,
            output,
            horizon,
            season,
            model,
            levels,
            threads,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var file = SeriesFile.Read(parsed.GetRequiredValue(input));
            var requests = Requests(file, parsed.GetValue(horizon), parsed.GetValue(season), parsed.GetValue(model)!, parsed.GetValue(levels)!);
            if (parsed.GetValue(threads) < 1)
                throw new OperatorException("--threads must be 1 or more.");
            var result = ForecastBatch.Run(requests, null, null, parsed.GetValue(threads), cancellation);
            Write(parsed.GetRequiredValue(output), file, result.Outcomes, Console.Error);
            return Task.FromResult(0);
        });
        return command;
    }

    /// <exception cref="OperatorException">An option is outside its range; the message names it.</exception>
    internal static ForecastRequest[] Requests(SeriesFile file, int horizon, int season, string model, string levels)
    {
        if (!ForecastMethods.TryParse(model, out var parsed))
            throw new OperatorException(
                $"There is no model '{model}'; use one of {string.Join(", ", ForecastMethods.Models)}, ets:FORM, arima:(p,d,q)(P,D,Q) or arima:full.");
        double[] percents = [.. levels.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(level => LevelOf(level))];
        return [.. file.Series.Select(series => Request(series, horizon, season, percents, parsed))];
    }

    private static ForecastRequest Request(NamedSeries series, int horizon, int season, double[] percents, ForecastModel model)
    {
        try
        {
            return new ForecastRequest(series.Values, horizon, season, percents, model, areCounts: series.Values.Min() >= 0);
        }
        catch (ArgumentOutOfRangeException invalid) when (invalid.ActualValue is double value && Math.Abs(value) > ForecastRequest.MostValue)
        {
            throw new OperatorException(
                string.Create(
                    CultureInfo.InvariantCulture, $"Series '{series.Name}' holds {value:G6}; values must lie within ±{ForecastRequest.MostValue:G6}."),
                    invalid);
        }
        catch (ArgumentException invalid)
        {
            throw new OperatorException(invalid.Message, invalid);
        }
    }

    /// <summary>Writes under another name first, so that a failure leaves no half file.</summary>
    internal static void Write(string path, SeriesFile file, ImmutableArray<ForecastOutcome> outcomes, TextWriter warnings)
    {
        if (!outcomes.Any(outcome => outcome is ForecastReport))
            throw new OperatorException($"No series could be forecast: {Reason(file.Series[0], outcomes[0])}");
        ResultFile.Write(path, writer => WriteRows(writer, file, outcomes));
        var left = Enumerable.Range(0, outcomes.Length).Where(i => outcomes[i] is not ForecastReport).ToList();
        foreach (var i in left.Take(MostWarnings))
            warnings.WriteLine($"Left out: {Reason(file.Series[i], outcomes[i])}");
        if (left.Count > MostWarnings)
            warnings.WriteLine($"Left out: {left.Count - MostWarnings} more series.");
    }

    /// <summary>All rows, in the order of the file.</summary>
    private static void WriteRows(TextWriter writer, SeriesFile file, ImmutableArray<ForecastOutcome> outcomes)
    {
        var levels = outcomes.OfType<ForecastReport>().First().Request.LevelsPercent;
        writer.WriteLine(
            "series,ds,model,mean," + string.Join(',', levels.Select(level => string.Create(CultureInfo.InvariantCulture, $"lo{level},hi{level}"))));
        for (var i = 0; i < outcomes.Length; i++)
        {
            if (outcomes[i] is not ForecastReport report)
                continue;
            var (series, model) = (CsvDocument.Cell(file.Series[i].Name), CsvDocument.Cell(report.Model));
            for (var step = 0; step < report.Mean.Length; step++)
            {
                writer.Write($"{series},{file.Series[i].After(step + 1)},{model},{Number(report.Mean[step])}");
                foreach (var band in report.Bands)
                    writer.Write($",{Number(band.Lower[step])},{Number(band.Upper[step])}");
                writer.WriteLine();
            }
        }
    }

    private static string Reason(NamedSeries series, ForecastOutcome outcome) => outcome switch
    {
        ForecastImpossible { Obstacle: ForecastObstacle.TooShort } impossible =>
            $"series '{series.Name}' needs {impossible.NeededLength} values, it has {impossible.AvailableLength}.",
        ForecastImpossible { Obstacle: ForecastObstacle.ModelDoesNotFit } rich when rich.NeededLength > rich.AvailableLength =>
            $"the orders asked for need {rich.NeededLength} values, series '{series.Name}' has {rich.AvailableLength}; take fewer orders, or auto.",
        _ => $"series '{series.Name}' cannot be forecast by this model; use auto.",
    };

    private static double LevelOf(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var level)
        ? level
        : throw new OperatorException($"--levels holds '{text}', which is not a number; write 80,95.");

    private static string Number(double value) => value.ToString("G10", CultureInfo.InvariantCulture);
}
