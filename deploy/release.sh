#!/bin/sh
# The whole of one release, for timers, cron and pipelines: get the newest content, build, bring
# the release log back to where content is kept, publish. $1 is the target of `invoke publish`.
#
# Every step may fail or be killed: what is served stays, and the next call goes on from there.
set -eu
target=${1:?usage: release.sh DIR or user@host:DIR}
cd -- "$(dirname -- "$0")/.."
exec 9>>"$(git rev-parse --git-path release.lock)"
flock -n 9 || { echo "release.sh: another one is at work" >&2; exit 0; }

# What a build writes into the content belongs to the content: nothing else is committed here.
record() {
    for path in content/data/rilis.csv content/persetujuan/arsip; do
        if [ -e "$path" ]; then git add --all -- "$path"; fi
    done
    git diff --cached --quiet || git -c user.name="${GIT_AUTHOR_NAME:-portal-kinerja}" \
        -c user.email="${GIT_AUTHOR_EMAIL:-portal-kinerja@localhost}" \
        commit --quiet --message "Record releases [skip ci]"
}

bring_back() {
    for _ in 1 2 3; do # somebody may have handed in something meanwhile
        git push --quiet origin HEAD && return
        git pull --quiet --rebase
    done
    echo "release.sh: the release log cannot be pushed; nothing is published" >&2
    exit 1
}

# What a call left that was interrupted: a rebase is begun anew, what was built is kept.
if [ -d "$(git rev-parse --git-path rebase-merge)" ]; then git rebase --abort; fi
record
git pull --quiet --rebase
./invoke build
record
bring_back
./invoke publish --to "$target"
