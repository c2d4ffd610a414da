using System.Collections.Concurrent;
using System.Security.Claims;
using CrimeInsight.Core.Health;
using CrimeInsight.Core.People;
using CrimeInsight.Web.Shared.Security;

namespace CrimeInsight.Web.Features.SignIn;

/// <summary>
/// The person behind a session, asked of the database at most every <see cref="Freshness"/>. What changes here is forgotten at
/// once, and what changes in another process as soon as the database tells of it; should its word be lost, a session ended
/// elsewhere can live on for that long. All who ask at the same time ask together,
/// and sessions in use are asked for along with them, so that open pages cost one question however many they are.
/// </summary>
public sealed class SessionDirectory
{
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(20);

    /// <summary>The same for demo accounts, which end by themselves when real records arrive.</summary>
    public static readonly TimeSpan DemoFreshness = TimeSpan.FromSeconds(2);

    // A page asks every few seconds; a session that nobody asked for in this time is dropped.
    private static readonly TimeSpan s_use = 2 * Freshness;

    private readonly ISignInSessionStore _sessions;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<Guid, Known> _known = new();
    private readonly Lock _lock = new();
    private Question? _next;
    private Question? _asked;
    private bool _isAsking;

    public SessionDirectory(ISignInSessionStore sessions, IDatabaseWatch database, TimeProvider time)
    {
        (_sessions, _time) = (sessions, time);
        database.PersonChanged += ForgetPerson;
    }

    /// <summary>The person of a principal; null when its session has ended or its credentials have changed.</summary>
    public async ValueTask<Person?> FindAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (PersonClaims.SessionOf(user) is not { } sessionId)
            return null;
        var person = _known.TryGetValue(sessionId, out var known) && known.IsFresh(_time)
            ? known.Use(_time)
            : await AskAsync(sessionId).WaitAsync(cancellationToken);
        return person is not null && person.SecurityStamp == user.FindFirstValue(PersonClaims.SecurityStamp) ? person : null;
    }

    /// <summary>False when the session has ended; true when it is in force, and when it cannot be asked for: then nothing is known of its end.</summary>
    public async ValueTask<bool> MayBeInForceAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        try
        {
            return await FindAsync(user, cancellationToken) is not null;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return true;
        }
    }

    /// <summary>Asks the database again next time.</summary>
    public void Forget(Guid sessionId)
    {
        lock (_lock)
        {
            _asked?.Forgotten.Add(sessionId);
            _known.TryRemove(sessionId, out _);
        }
    }

    /// <summary>Asks the database again for every session of a person.</summary>
    public void ForgetPerson(Guid personId)
    {
        lock (_lock)
            _asked?.ForgottenPeople.Add(personId);
        foreach (var (sessionId, known) in _known)
            if (known.Person?.Id == personId)
                Forget(sessionId);
    }

    // Whoever comes while a question is under way joins the next one: an answer given before its question was put is none.
    private Task<Person?> AskAsync(Guid sessionId)
    {
        lock (_lock)
        {
            var question = _next ??= new Question();
            question.Sessions.Add(sessionId);
            // One asks for all, also while it has not begun: a second would take what was asked from under the first.
            if (!_isAsking)
                _ = Task.Run(AskAllAsync);
            _isAsking = true;
            return question.PersonAsync(sessionId);
        }
    }

    private async Task AskAllAsync()
    {
        while (TakeNext() is { } question)
        {
            try
            {
                var people = await _sessions.FindPeopleAsync(question.Sessions, CancellationToken.None);
                Keep(question, people);
                question.Answer.SetResult(people);
            }
            catch (Exception failure)
            {
                question.Answer.SetException(failure);
            }
        }
    }

    private Question? TakeNext()
    {
        lock (_lock)
        {
            (_asked, _next) = (_next, null);
            _isAsking = _asked is not null;
            if (_asked is not { } question)
                return null;
            foreach (var (sessionId, known) in _known)
            {
                if (known.UnusedFor(_time) > s_use)
                    _known.TryRemove(sessionId, out _);
                else if (known.Person is not null && known.IsAging(_time))
                    question.Sessions.Add(sessionId);
            }

            return question;
        }
    }

    private void Keep(Question question, IReadOnlyDictionary<Guid, Person> people)
    {
        lock (_lock)
        {
            foreach (var sessionId in question.Sessions.Where(id => !question.IsForgotten(id, people.GetValueOrDefault(id))))
                _known.AddOrUpdate(
                    sessionId,
                    _ => new Known(people.GetValueOrDefault(sessionId), _time.GetTimestamp(), _time.GetTimestamp()),
                    (_, before) => new Known(people.GetValueOrDefault(sessionId), _time.GetTimestamp(), before.UsedAt));
        }
    }

    private sealed class Question
    {
        public HashSet<Guid> Sessions { get; } = [];

        /// <summary>Ended while the answer was on its way.</summary>
        public HashSet<Guid> Forgotten { get; } = [];

        public HashSet<Guid> ForgottenPeople { get; } = [];

        public TaskCompletionSource<IReadOnlyDictionary<Guid, Person>> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool IsForgotten(Guid sessionId, Person? person) =>
            Forgotten.Contains(sessionId) || (person is not null && ForgottenPeople.Contains(person.Id));

        public async Task<Person?> PersonAsync(Guid sessionId) => (await Answer.Task).GetValueOrDefault(sessionId);
    }

    private sealed class Known(Person? person, long askedAt, long usedAt)
    {
        private long _usedAt = usedAt;

        public Person? Person { get; } = person;

        public long UsedAt => Interlocked.Read(ref _usedAt);

        public bool IsFresh(TimeProvider time) => time.GetElapsedTime(askedAt) < Life;

        public bool IsAging(TimeProvider time) => time.GetElapsedTime(askedAt) >= Life / 2;

        public TimeSpan UnusedFor(TimeProvider time) => time.GetElapsedTime(UsedAt);

        public Person? Use(TimeProvider time)
        {
            Interlocked.Exchange(ref _usedAt, time.GetTimestamp());
            return Person;
        }

        private TimeSpan Life => Person?.IsDemo == true ? DemoFreshness : Freshness;
    }
}
