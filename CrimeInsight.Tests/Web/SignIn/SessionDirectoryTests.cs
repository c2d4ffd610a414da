using System.Security.Claims;
using CrimeInsight.Core.People;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Features.SignIn;
using CrimeInsight.Web.Shared.Security;

namespace CrimeInsight.Tests.Web.SignIn;

public sealed class SessionDirectoryTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private readonly ManualTime _time = new();
    private readonly FakeDatabaseWatch _database = new();
    private readonly Store _store = new();

    [Fact]
    public async Task FindAsync_ManyAtOnce_AskTogether()
    {
        var directory = new SessionDirectory(_store, _database, _time);
        var users = Enumerable.Range(0, 300).Select(_ => _store.Add()).ToList();

        var people = await _store.AnswerOnceAllHaveAskedAsync(users.Select(user => directory.FindAsync(user, Cancel).AsTask()));

        Assert.DoesNotContain(null, people);
        Assert.Equal(300, people.Select(person => person!.Id).Distinct().Count());
        Assert.InRange(_store.Questions, 1, 5);
    }

    [Fact]
    public async Task FindAsync_OpenPagesAskOverAMinute_CostAQuestionAboutEveryFreshness()
    {
        var directory = new SessionDirectory(_store, _database, _time);
        var users = Enumerable.Range(0, 50).Select(_ => _store.Add()).ToList();
        for (var second = 0; second < 60; second++)
        {
            var asking = users.Where((_, number) => number % 5 == second % 5).Select(user => directory.FindAsync(user, Cancel).AsTask());
            Assert.DoesNotContain(null, await _store.AnswerOnceAllHaveAskedAsync(asking));
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        // Each page asked twelve times; alone, each of the 50 sessions would have been asked for three times.
        Assert.InRange(_store.Questions, 3, 15);
    }

    [Fact]
    public async Task Forget_SessionEndedHere_IsOutAtOnce()
    {
        var directory = new SessionDirectory(_store, _database, _time);
        var user = _store.Add();
        Assert.NotNull(await directory.FindAsync(user, Cancel));
        _store.End(user);
        Assert.NotNull(await directory.FindAsync(user, Cancel));

        directory.Forget(PersonClaims.SessionOf(user)!.Value);

        Assert.Null(await directory.FindAsync(user, Cancel));
    }

    [Fact]
    public async Task Forget_WhileTheAnswerIsOnItsWay_DoesNotKeepTheOldAnswer()
    {
        var directory = new SessionDirectory(_store, _database, _time);
        var user = _store.Add();
        _store.Hold = new TaskCompletionSource();
        var early = directory.FindAsync(user, Cancel).AsTask();
        await _store.Asked.Task.WaitAsync(Cancel);
        _store.End(user);
        directory.Forget(PersonClaims.SessionOf(user)!.Value);
        _store.Hold.SetResult();
        await early;

        Assert.Null(await directory.FindAsync(user, Cancel));
    }

    [Fact]
    public async Task ForgetPerson_OneOfTwo_AsksAgainForThatPersonOnly()
    {
        var directory = new SessionDirectory(_store, _database, _time);
        var (first, second) = (_store.Add(), _store.Add());
        var person = (await directory.FindAsync(first, Cancel))!;
        await directory.FindAsync(second, Cancel);
        _store.End(first);
        _store.End(second);

        directory.ForgetPerson(person.Id);

        Assert.Null(await directory.FindAsync(first, Cancel));
        Assert.NotNull(await directory.FindAsync(second, Cancel));
    }

    [Fact]
    public async Task FindAsync_DatabaseTellsOfThePerson_IsAskedAgainAtOnce()
    {
        var directory = new SessionDirectory(_store, _database, _time);
        var user = _store.Add();
        var person = (await directory.FindAsync(user, Cancel))!;
        _store.End(user);

        _database.TellOf(person.Id);

        Assert.Null(await directory.FindAsync(user, Cancel));
    }

    [Fact]
    public async Task FindAsync_SessionEndedElsewhere_IsOutAfterFreshness()
    {
        var directory = new SessionDirectory(_store, _database, _time);
        var user = _store.Add();
        await directory.FindAsync(user, Cancel);
        _store.End(user);

        _time.Advance(SessionDirectory.Freshness);

        Assert.Null(await directory.FindAsync(user, Cancel));
        Assert.False(await directory.MayBeInForceAsync(user, Cancel));
    }

    [Fact]
    public async Task MayBeInForceAsync_CannotAsk_IsNotSignedOut()
    {
        var directory = new SessionDirectory(_store, _database, _time);
        var user = _store.Add();
        _store.Failure = new TimeoutException();

        Assert.True(await directory.MayBeInForceAsync(user, Cancel));
        await Assert.ThrowsAsync<TimeoutException>(() => directory.FindAsync(user, Cancel).AsTask());
        _store.Failure = null;
        Assert.NotNull(await directory.FindAsync(user, Cancel));
    }

    private sealed class Store : ISignInSessionStore
    {
        private readonly Dictionary<Guid, Person> _inForce = [];

        public int Questions { get; private set; }

        public Exception? Failure { get; set; }

        public TaskCompletionSource? Hold { get; set; }

        public TaskCompletionSource Asked { get; } = new();

        public ClaimsPrincipal Add()
        {
            var session = Guid.NewGuid();
            _inForce[session] = new Person { Id = Guid.NewGuid(), UserName = "p", DisplayName = "P", Role = PersonRole.Officer, SecurityStamp = "stamp" };
            return new ClaimsPrincipal(
                new ClaimsIdentity([new Claim(PersonClaims.Session, session.ToString()), new Claim(PersonClaims.SecurityStamp, "stamp")]));
        }

        // A database takes its time, in which others ask, too; a store that answers at once would be asked by each alone.
        public async Task<Person?[]> AnswerOnceAllHaveAskedAsync(IEnumerable<Task<Person?>> asking)
        {
            Hold = new TaskCompletionSource();
            var all = asking.ToList();
            Hold.SetResult();
            return await Task.WhenAll(all);
        }

        public void End(ClaimsPrincipal user) => _inForce.Remove(PersonClaims.SessionOf(user)!.Value);

        public async Task<IReadOnlyDictionary<Guid, Person>> FindPeopleAsync(IReadOnlyCollection<Guid> sessionIds, CancellationToken cancellationToken)
        {
            Questions++;
            var found = sessionIds.Where(_inForce.ContainsKey).ToDictionary(id => id, id => _inForce[id]);
            Asked.TrySetResult();
            if (Hold is { } hold)
                await hold.Task;
            return Failure is null ? found : throw Failure;
        }

        public Task<Guid> StartAsync(Guid personId, string device, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<SignInSession>> ListAsync(Guid personId, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<bool> EndAsync(Guid personId, Guid sessionId, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<int> EndAllAsync(Guid personId, Guid? exceptSessionId, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
