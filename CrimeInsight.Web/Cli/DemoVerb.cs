using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CrimeInsight.Core.Demo;
using CrimeInsight.Core.People;
using CrimeInsight.Data.Startup;
using CrimeInsight.Web.Features.DemoData;

namespace CrimeInsight.Web.Cli;

/// <summary><c>demo</c>: makes synthetic incidents and loads them; interrupted, the same command goes on.</summary>
internal static class DemoVerb
{
    public static Command Create()
    {
        var incidents = new Option<int?>("--incidents") { Description = "Number of incidents from 2020 to the last day; instead of --share" };
        var share = new Option<double?>("--share")
        {
            Description = string.Create(
                CultureInfo.InvariantCulture, $"Percent of registered cases; {DemoDataOptions.UsualSharePercent} unless --incidents is given"),
        };
        var seed = new Option<long>("--seed")
        {
            Description = "The same seed gives the same incidents on every machine",
            DefaultValueFactory = _ => DemoDataOptions.UsualSeed,
        };
        var until = new Option<DateOnly?>("--until") { Description = "Last day with incidents, as 2026-11-29; yesterday in India unless given" };
        var command = new Command("demo",
            "Makes synthetic incidents calibrated to official figures and loads them into an empty database, or adds the days that its demo data lack. "
                + "Prints { loaded, present, stations, seconds }.")
        {
            incidents, share, seed, until,
        };
        var today = DemoRequest.DayAt(TimeProvider.System.GetUtcNow());
        command.Validators.Add(result =>
        {
            if (Problem(result.GetValue(incidents), result.GetValue(share), result.GetValue(until), today) is { } problem)
                result.AddError(problem);
        });
        command.SetAction((parsed, cancellation) => RunAsync(
            Options(parsed.GetValue(incidents), parsed.GetValue(share), parsed.GetValue(seed), parsed.GetValue(until)).RequestOn(today)!, cancellation));
        return command;
    }

    private static string? Problem(int? incidents, double? share, DateOnly? until, DateOnly today)
    {
        if (incidents is < 1 or > DemoRequest.MostIncidents)
            return $"--incidents must be 1 to {DemoRequest.MostIncidents}.";
        if (share is { } percent && !(percent is >= DemoDataOptions.LeastSharePercent and <= 100))
            return string.Create(CultureInfo.InvariantCulture, $"--share must be {DemoDataOptions.LeastSharePercent} to 100 percent.");
        if (incidents is not null && share is not null)
            return "Give --incidents or --share, not both.";
        if (until is { } day && (day < new DateOnly(DemoRequest.UsualFrom, 1, 1) || day >= today))
            return string.Create(CultureInfo.InvariantCulture,
                $"--until must be a day from {DemoRequest.UsualFrom}-01-01 to {today.AddDays(-1):yyyy-MM-dd}, the last that is over.");
        return null;
    }

    private static DemoDataOptions Options(int? incidents, double? share, long seed, DateOnly? until) => new()
    {
        Incidents = incidents,
        SharePercent = share ?? DemoDataOptions.UsualSharePercent,
        Seed = seed,
        Until = until,
    };

    private static async Task<int> RunAsync(DemoRequest request, CancellationToken cancellationToken)
    {
        await using var host = await VerbHost.OpenAsync(cancellationToken);
        var clock = Stopwatch.StartNew();
        if (host.Services.GetRequiredService<CrimeDatabase>().IsEmbedded)
            await host.Services.GetRequiredService<IDemoAccounts>().EnsureAsync(cancellationToken);
        var meter = new Meter(clock);
        var result = await LoadAsync(host, request, meter, cancellationToken);
        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(
            new { loaded = result.Loaded, present = result.Present, stations = result.Stations, seconds = Math.Round(clock.Elapsed.TotalSeconds, 1) }));
        return 0;
    }

    private static async Task<DemoLoadResult> LoadAsync(VerbHost host, DemoRequest request, Meter meter, CancellationToken cancellationToken)
    {
        try
        {
            return await host.Services.GetRequiredService<IDemoDataLoader>().LoadAsync(request, meter, cancellationToken);
        }
        catch (OperationCanceledException cancelled) when (meter.HasBegun)
        {
            throw new VerbCancelledException(meter.WhatStands(), cancelled);
        }
    }

    // One line on standard error, rewritten in a terminal, one line per tenth elsewhere.
    private sealed class Meter(Stopwatch clock) : IProgress<DemoLoadProgress>
    {
        private readonly List<int> _years = [];
        private DemoLoadProgress? _last;
        private long _shown = -1;

        public bool HasBegun => _years.Count > 0;

        /// <summary>A year is loaded whole or not at all, and the next is only begun when it is.</summary>
        public string WhatStands()
        {
            if (_last is { } last && last.Done >= last.Total)
                return "Cancelled at the end; every year is loaded and stays.";
            var whole = string.Join(", ", _years.SkipLast(1));
            return whole.Length == 0
                ? "Cancelled before a year was complete; no case was added. The same command starts again."
                : $"Cancelled. Loaded and kept: {whole}. The same command goes on with the years that are missing.";
        }

        public void Report(DemoLoadProgress value)
        {
            _last = value;
            if (value.Total > 0 && !_years.Contains(value.From.Year))
                _years.Add(value.From.Year);
            var percent = value.Total == 0 ? 100 : value.Done * 100 / value.Total;
            if (Console.IsErrorRedirected && percent / 10 == _shown / 10 && _shown >= 0)
                return;
            _shown = percent;
            var left = percent == 0 ? 0 : clock.Elapsed.TotalSeconds * (100 - percent) / percent;
            var line = string.Create(CultureInfo.InvariantCulture, $"{value.From.Year}: {value.Done} of {value.Total} ({percent} %), {left:F0} s left");
            Console.Error.Write(Console.IsErrorRedirected ? line + Environment.NewLine : "\r" + line + "   " + (percent == 100 ? Environment.NewLine : ""));
        }
    }
}
